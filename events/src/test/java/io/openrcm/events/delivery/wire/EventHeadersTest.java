package io.openrcm.events.delivery.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.Ids;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventHeadersTest {

    private static final EventHeaders HEADERS = new EventHeaders(
            Ids.derived("event"),
            "ClaimHeld.v1",
            "/claims-service",
            Ids.derived("claim"),
            Instant.parse("2026-03-02T10:15:30.123456Z"),
            7,
            Ids.derived("cause"),
            Ids.derived("correlation"),
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "LAKESIDE");

    @Test
    void theHeadersOfAMessageReadBackAsTheyWereWritten() {
        var onTheWire = new RecordHeaders(EventHeaders.fromLines(HEADERS.toLines()));
        var kept = EventHeaders.toLines(onTheWire);

        assertThat(EventHeaders.read(onTheWire)).isEqualTo(HEADERS);
        assertThat(EventHeaders.read(EventHeaders.fromLines(kept))).isEqualTo(HEADERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_id",
                "ce_type",
                "ce_source",
                "ce_subject",
                "ce_time",
                "aggregateseq",
                "causationid",
                "correlationid"
            })
    void aMessageWithoutOneOfThemIsNoneOfOurs(String missing) {
        var headers = headers();
        headers.remove(missing);

        assertThat(EventHeaders.read(headers)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ce_id,7",
        "ce_subject,claim 7",
        "ce_time,yesterday",
        "aggregateseq,0",
        "aggregateseq,-1",
        "aggregateseq,one"
    })
    void aMessageWithAMalformedOneIsNoneOfOurs(String name, String value) {
        var headers = headers();
        headers.remove(name);
        headers.add(name, value.getBytes(UTF_8));

        assertThat(EventHeaders.read(headers)).isNull();
    }

    @Test
    void aStrangersHeadersAreKeptLineByLine() {
        var headers = new RecordHeaders();
        headers.add("a", "first\nsecond".getBytes(UTF_8));
        headers.add("b", null);

        assertThat(new String(EventHeaders.toLines(headers), UTF_8)).isEqualTo("a=first second\nb=\n");
    }

    private static RecordHeaders headers() {
        List<Header> headers = EventHeaders.fromLines(HEADERS.toLines());
        return new RecordHeaders(headers);
    }
}
