package io.openrcm.events.delivery.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFieldTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] HIDDEN = "{\"hidden\":true}".getBytes(UTF_8);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 45, 4_000})
    void whatIsAppendedIsFoundAndIsAsAnyReaderOfJsonFindsIt(int length) throws IOException {
        var content = new byte[length];
        new Random(length).nextBytes(content);

        for (String object : new String[] {"{}", "{\"a\":1}", "{\"a\":\",\\\"sealed\\\":\\\"QUJD\\\"}\"}"}) {
            var whole = SealedField.appended(object.getBytes(UTF_8), content);

            assertThat(found(whole).content()).isEqualTo(content);
            assertThat(JSON.readTree(whole).get("sealed").binaryValue()).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"a\":1,\"sealed\":\"QUJD\"}",
                "{\"sealed\":\"QUJD\",\"a\":1}",
                "{\"sealed\":\"QUJD\",\"a\":\"1\"}",
                "{\"a\":1, \"sealed\" : \"QUJD\"}\n",
                "{\"a\":1,\"sealed\":\"QUJD\",\"b\":\"x\"}",
                "{\"n\":{\"x\":1,\"sealed\":\"WFla\"},\"a\":1,\"sealed\":\"QUJD\"}",
                "{\"n\":[{\"x\":1,\"sealed\":\"WFla\"}],\"sealed\":\"QUJD\",\"a\":1}",
            })
    void theFieldOfTheObjectItselfIsMeantWhereverItStands(String object) throws IOException {
        var field = found(object.getBytes(UTF_8));

        assertThat(field.content()).asString(UTF_8).isEqualTo("ABC");
        assertThat(JSON.readTree(field.replacedBy(HIDDEN)).get("hidden").booleanValue())
                .isTrue();
    }

    @Test
    void inItsPlaceAreTheFieldsOfAnotherObject() throws IOException {
        var whole = SealedField.appended("{\"a\":1}".getBytes(UTF_8), new byte[3]);

        assertThat(found(whole).replacedBy(HIDDEN)).asString(UTF_8).isEqualTo("{\"a\":1,\"hidden\":true}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"a\":1}", "{\"n\":{\"x\":1,\"sealed\":\"QUJD\"}}", "{\"a\":\",sealed\"}"})
    void anObjectWithoutItHasNone(String object) throws IOException {
        assertThat(SealedField.find(JSON, object.getBytes(UTF_8))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"sealed\":\"!!\"}",
                "{\"a\":1,\"sealed\":\"QUJD",
                "{\"a\":1,\"sealed\":\"",
                "{\"a\":1,\"sealed\":"
            })
    void whatIsNoBase64OrEndsTooEarlyIsAnError(String object) {
        assertThatThrownBy(() -> SealedField.find(JSON, object.getBytes(UTF_8))).isInstanceOf(IOException.class);
    }

    private static SealedField found(byte[] object) throws IOException {
        return Objects.requireNonNull(SealedField.find(JSON, object));
    }
}
