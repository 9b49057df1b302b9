package io.openrcm.events.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrcm.events.AnyEvent;
import io.openrcm.events.Event;
import io.openrcm.events.Money;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.delivery.wire.Undecodable;
import io.openrcm.events.encounter.PersonName;
import io.openrcm.events.followup.FollowUpEvent.AppealFiled;
import io.openrcm.events.payer.PayerEvent.ClaimAccepted;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class EventCodecTest {

    private static final int EXAMPLES = 200;
    private static final List<Class<? extends Event>> EVENTS =
            List.copyOf(EventCodec.types().values());

    private final EventCodec codec = EventCodec.standard();

    @ParameterizedTest
    @FieldSource("EVENTS")
    void everyEventReadsBackAsItWasSaid(Class<? extends Event> type) throws IOException {
        for (int seed = 0; seed < EXAMPLES; seed++) {
            var event = new AnyEvent(seed).of(type);

            var payload = codec.encode(event);
            Event read = codec.decode(EventCodec.wireType(event), payload);

            assertThat(codec.encode(read)).isEqualTo(payload);
            assertThat(codec.mapper().readTree(codec.encode(read)))
                    .isEqualTo(codec.mapper().readTree(payload));
            assertThat(read.aggregateId()).isEqualTo(event.aggregateId());
        }
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void theFieldsOfAnEventAreItsComponents(Class<? extends Event> type) throws IOException {
        var json = codec.mapper().readTree(codec.encode(new AnyEvent(1).of(type)));

        var names = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        assertThat(names).containsAll(json::fieldNames);
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void whatAnEventCannotBeWithoutMustBeThere(Class<? extends Event> type) throws IOException {
        var whole = (ObjectNode) codec.mapper().readTree(codec.encode(new AnyEvent(1).of(type)));
        var first = type.getRecordComponents()[0].getName();

        var without = whole.deepCopy();
        without.remove(first);
        var withNull = whole.deepCopy();
        withNull.putNull(first);

        assertThatThrownBy(() -> decode(type, without)).hasMessage("INVALID_PAYLOAD at /" + first);
        assertThatThrownBy(() -> decode(type, withNull)).hasMessage("INVALID_PAYLOAD at /" + first);
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void aFieldThatWeDoNotKnowIsIgnored(Class<? extends Event> type) throws IOException {
        var event = new AnyEvent(1).of(type);
        var json = (ObjectNode) codec.mapper().readTree(codec.encode(event));

        json.put("addedInTheFuture", true);

        assertThat(codec.encode(decode(type, json))).isEqualTo(codec.encode(event));
    }

    @Test
    void whatWasSaidBeforeThereWasALabelHasNone() throws IOException {
        var event = new AnyEvent(1).of(ClaimReleased.class);
        var json = (ObjectNode) codec.mapper().readTree(codec.encode(event));
        ((ObjectNode) json.get("claim")).remove("part2");
        ((ObjectNode) json.get("content")).remove("part2");

        var old = (ClaimReleased) decode(ClaimReleased.class, json);

        assertThat(old.claim().underPart2()).isFalse();
        assertThat(old.content().part2()).isNull();
        assertThat(codec.mapper().readTree(codec.encode(old))).isEqualTo(json);
        ((ObjectNode) json.get("claim")).put("part2", false);
        assertThat(decode(ClaimReleased.class, json)).isEqualTo(old);
        ((ObjectNode) json.get("claim")).put("part2", true);
        assertThat(((ClaimReleased) decode(ClaimReleased.class, json)).claim().underPart2())
                .isTrue();
    }

    @Test
    void moneyTravelsAsTextAndAbsentValuesDoNotTravel() throws IOException {
        assertThat(codec.mapper().writeValueAsString(Money.ofCents(12550))).isEqualTo("\"125.50\"");
        assertThat(codec.mapper().writeValueAsString(new PersonName("Doe", "Jo", null)))
                .isEqualTo("{\"family\":\"Doe\",\"given\":\"Jo\"}");
        assertThatThrownBy(() -> codec.mapper().readValue("125.50", Money.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void anAbsentValueIsReadAsAbsentWhetherMissingOrNull() throws IOException {
        var missing = codec.mapper().readValue("{\"family\":\"Doe\",\"given\":\"Jo\"}", PersonName.class);
        var empty = codec.mapper().readValue("{\"family\":\"Doe\",\"given\":\"Jo\",\"middle\":null}", PersonName.class);

        assertThat(missing).isEqualTo(empty).returns(null, PersonName::middle);
    }

    @Test
    void whatCannotBeReadIsNamedWithoutItsContent() {
        var payload = "{\"claimId\":\"2f1c6a4e-98e4-4a0c-9d43-1f7b4a0f3d11\",\"attemptId\":\"Doe, Jo\"}";

        assertThatThrownBy(() -> codec.decode("ClaimAccepted.v1", payload.getBytes(UTF_8)))
                .isInstanceOf(Undecodable.class)
                .hasNoCause()
                .hasMessage("INVALID_PAYLOAD at /attemptId");
        assertThatThrownBy(() -> codec.decode("ClaimAccepted.v2", payload.getBytes(UTF_8)))
                .hasMessage("UNKNOWN_TYPE");
        assertThatThrownBy(() -> codec.decode("ClaimAccepted.v1", "Doe, Jo".getBytes(UTF_8)))
                .hasNoCause()
                .hasMessage("INVALID_JSON");
    }

    @Test
    void theWireTypeIsTheRecordsNameWithAVersion() {
        assertThat(EventCodec.wireType(new AnyEvent(1).of(AppealFiled.class))).isEqualTo("AppealFiled.v1");
        assertThat(EventCodec.types())
                .containsAllEntriesOf(Map.of("ClaimAccepted.v1", ClaimAccepted.class))
                .hasSizeGreaterThan(20);
    }

    private Event decode(Class<? extends Event> type, ObjectNode json) throws JsonProcessingException {
        return codec.decode(EventCodec.wireType(type), codec.mapper().writeValueAsBytes(json));
    }
}
