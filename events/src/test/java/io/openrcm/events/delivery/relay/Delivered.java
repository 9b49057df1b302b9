package io.openrcm.events.delivery.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.delivery.wire.EventHeaders;
import io.openrcm.events.delivery.wire.Lane;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a consumer saw.
 *
 * @param last the number of events of each aggregate
 * @param misordered first appearances that were not the aggregate's next event
 */
record Delivered(Map<UUID, Long> last, long duplicates, long misordered) {

    static Delivered of(Collection<ConsumerRecord<String, byte[]>> messages) {
        var last = new HashMap<UUID, Long>();
        var seen = new HashSet<UUID>();
        long duplicates = 0;
        long misordered = 0;
        for (var message : messages) {
            var headers = Objects.requireNonNull(EventHeaders.read(message.headers()));
            assertThat(message.partition()).isEqualTo(Lane.of(headers.subject()));
            assertThat(message.key()).isEqualTo(headers.subject().toString());
            if (!seen.add(headers.id())) {
                duplicates++;
            } else if (last.merge(headers.subject(), 1L, Long::sum) != headers.aggregateSeq()) {
                misordered++;
            }
        }
        return new Delivered(last, duplicates, misordered);
    }

    long distinct() {
        return last.values().stream().mapToLong(Long::longValue).sum();
    }
}
