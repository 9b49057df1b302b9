package io.openrcm.events.delivery;

import static io.openrcm.events.delivery.Tallies.anAppeal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.openrcm.events.Ids;
import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Facilities;
import io.openrcm.servers.RealServersTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The whole way: outbox, relay, Kafka, consumer, inbox; here one service talks to itself. */
@QuarkusTest
@TestProfile(DeliveryTest.WholeWay.class)
@WithTestResource(value = RealServersTestResource.class, scope = TestResourceScope.GLOBAL)
class DeliveryTest {

    private static final Cause CAUSE = Cause.command(Ids.derived("delivery test"));
    private static final int CLAIMS = 50;

    /** With a relay and a consumer. */
    public static class WholeWay implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("openrcm.relay.enabled", "true", "mp.messaging.incoming.heard.enabled", "true");
        }
    }

    @Inject
    Outbox outbox;

    @Inject
    OutboxPressure pressure;

    @Inject
    Acting acting;

    @Inject
    Tables tables;

    @Inject
    MeterRegistry meters;

    @Test
    void whatIsSaidIsHeardOnceAndInOrderThoughTheDatabaseGoesAwayInBetween() {
        var run = UUID.randomUUID();
        say(run, 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> tables.count("tally") == CLAIMS);

        tables.endOtherSessions();
        IntStream.rangeClosed(2, 20).forEach(level -> sayAgainUntilSaved(run, level));

        var everything =
                IntStream.rangeClosed(1, 20).mapToObj(level -> level + " ").reduce("", String::concat);
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(tables.texts("select distinct heard from tally"))
                        .containsExactly(everything));
        await().until(() -> tables.count("outbox") == 0);
        assertThat(tables.count("parked_message")).isZero();
        assertThat(meters.counter("openrcm.intake.messages", "topic", Wire.TOPIC, "outcome", "applied")
                        .count())
                .isPositive();
        assertThat(pressure.isHigh()).isFalse();
    }

    /** As a caller does who was answered with an error. */
    private void sayAgainUntilSaved(UUID run, int level) {
        await().ignoreExceptions().until(() -> {
            say(run, level);
            return true;
        });
    }

    private void say(UUID run, int level) {
        var _ = acting.asService(
                Facilities.NONE,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    for (int claim = 0; claim < CLAIMS; claim++) {
                        var id = Ids.derived(run, "claim " + claim);
                        outbox.record(CAUSE, id, level, null, anAppeal(id, level));
                    }
                    return true;
                }));
    }
}
