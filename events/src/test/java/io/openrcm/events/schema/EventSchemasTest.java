package io.openrcm.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrcm.events.AnyEvent;
import io.openrcm.events.Event;
import io.openrcm.events.delivery.EventCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class EventSchemasTest {

    private static final List<Class<? extends Event>> EVENTS =
            List.copyOf(EventCodec.types().values());

    private final EventCodec codec = EventCodec.standard();

    @ParameterizedTest
    @FieldSource("EVENTS")
    void everythingWeCanSayIsValid(Class<? extends Event> type) {
        for (int seed = 0; seed < 50; seed++) {
            var event = new AnyEvent(seed).of(type);
            var payload = new String(codec.encode(event), StandardCharsets.UTF_8);

            assertThat(Schemas.violations(EventCodec.wireType(event), payload)).isEmpty();
        }
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void whatWeCouldNotReadIsInvalid(Class<? extends Event> type) throws IOException {
        var event = new AnyEvent(1).of(type);
        var wireType = EventCodec.wireType(event);
        var first = type.getRecordComponents()[0].getName();
        var payload = (ObjectNode) codec.mapper().readTree(codec.encode(event));

        var without = payload.deepCopy();
        without.remove(first);
        var wrong = payload.deepCopy();
        wrong.put(first, true);

        assertThat(Schemas.violations(wireType, without.toString())).hasSize(1);
        assertThat(Schemas.violations(wireType, wrong.toString())).isNotEmpty();
    }
}
