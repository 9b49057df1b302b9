package io.openrcm.rest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.openrcm.events.Money;
import io.openrcm.events.Npi;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StrictJsonTest {

    record Order(
            Npi npi,
            LocalDate on,
            List<Item> items,
            @Nullable String note) {}

    record Item(Money amount, Color color) {}

    enum Color {
        RED,
        BLUE
    }

    private final ObjectMapper json = mapper();

    @Test
    void aCompleteBodyIsRead() throws JsonProcessingException {
        Order order = json.readValue(
                "{\"npi\":\"1234567893\",\"on\":\"2026-11-23\",\"items\":[{\"amount\":\"1.50\",\"color\":\"RED\"}]}",
                Order.class);

        assertThat(order.items().getFirst().amount()).isEqualTo(Money.ofCents(150));
        assertThat(order.note()).isNull();
    }

    @Test
    void aMissingFieldIsRequiredUnlessItsTypeIsNullable() {
        assertThat(errorOf("{\"npi\":\"1234567893\",\"on\":\"2026-11-23\"}"))
                .isEqualTo(new FieldError("/items", "REQUIRED", "this field is required"));
    }

    @Test
    void anExplicitNullIsAsAbsent() {
        assertThat(errorOf("{\"npi\":null,\"on\":\"2026-11-23\",\"items\":[]}"))
                .isEqualTo(new FieldError("/npi", "REQUIRED", "this field is required"));
    }

    @Test
    void aWrongCheckDigitNamesFieldAndRuleButNotTheValue() {
        FieldError error = errorOf("{\"npi\":\"1234567890\",\"on\":\"2026-11-23\",\"items\":[]}");

        assertThat(error.field()).isEqualTo("/npi");
        assertThat(error.rule()).isEqualTo("NPI_CHECK_DIGIT");
        assertThat(error.message()).doesNotContain("1234567890");
    }

    @Test
    void anUnknownFieldIsNamedWithItsPath() {
        assertThat(problemOf("{\"items\":[{\"amount\":\"1.00\",\"color\":\"RED\",\"colour\":\"RED\"}]}"))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(RestProblem.UNKNOWN_FIELD);
                    assertThat(problem.errors().getFirst().field()).isEqualTo("/items/0/colour");
                });
    }

    @Test
    void anAmountIsAString() {
        assertThat(errorOf("{\"items\":[{\"amount\":\"1.505\",\"color\":\"RED\"}]}")
                        .rule())
                .isEqualTo("MONEY_FORMAT");
        assertThat(errorOf("{\"items\":[{\"amount\":{},\"color\":\"RED\"}]}").field())
                .isEqualTo("/items/0/amount");
    }

    @Test
    void anUnknownWordIsAnsweredWithTheKnownOnes() {
        assertThat(errorOf("{\"items\":[{\"amount\":\"1\",\"color\":\"GREEN\"}]}")
                        .message())
                .isEqualTo("expected RED, BLUE");
    }

    @Test
    void aDuplicateKeyAndBrokenTextAreNotJson() {
        assertThat(problemOf("{\"note\":\"a\",\"note\":\"b\"}").code()).isEqualTo(RestProblem.INVALID_JSON);
        assertThat(problemOf("{\"note\":").code()).isEqualTo(RestProblem.INVALID_JSON);
        assertThat(problemOf("{\"items\":[]} x").code()).isNotNull();
    }

    @Test
    void noTextHasTheCharacterThatTheDatabaseDoesNotTake() throws JsonProcessingException {
        assertThat(errorOf("{\"note\":\"a\\u0000b\"}"))
                .isEqualTo(new FieldError("/note", "CHARACTER", "without the character U+0000"));

        var backslash = "{\"npi\":\"1234567893\",\"on\":\"2026-11-23\",\"items\":[],\"note\":\"\\\\u0000\"}";
        assertThat(json.readValue(backslash, Order.class).note()).isEqualTo("\\u0000");
    }

    private FieldError errorOf(String body) {
        return problemOf(body).errors().getFirst();
    }

    private Problem problemOf(String body) {
        JsonProcessingException failure =
                catchThrowableOfType(JsonProcessingException.class, () -> json.readValue(body, Order.class));
        return JsonErrors.problem(failure);
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper =
                JsonMapper.builder().addModule(new JavaTimeModule()).build();
        new StrictJson().customize(mapper);
        return mapper;
    }
}
