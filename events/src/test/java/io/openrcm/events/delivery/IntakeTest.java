package io.openrcm.events.delivery;

import static io.openrcm.events.delivery.Tallies.anAppeal;
import static io.openrcm.events.delivery.Wire.claim;
import static io.openrcm.events.delivery.Wire.heard;
import static io.openrcm.events.delivery.Wire.manyAppeals;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.delivery.inbox.ParkedMessage.State;
import io.openrcm.events.followup.FollowUpEvent;
import io.openrcm.servers.RealServersTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealServersTestResource.class, scope = TestResourceScope.GLOBAL)
class IntakeTest {

    @Inject
    Intake intake;

    @Inject
    ParkedMessages parked;

    @Inject
    Tallies tallies;

    @Inject
    Tables tables;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @BeforeEach
    void nothingHasBeenHeard() {
        tables.empty();
    }

    @Test
    void aBatchIsAppliedInTheOrderOfEachClaim() {
        var wire = new Wire();
        for (int seq = 1; seq <= 50; seq++) {
            for (int claim = 0; claim < 10; claim++) {
                wire.say(seq, anAppeal(claim(claim), 20 + seq));
            }
        }

        hear(wire.all());

        assertThat(tables.texts("select distinct heard from tally")).containsExactly(heard(50));
        assertThat(tables.count("outbox")).isEqualTo(500);
    }

    @Test
    void theSameMessagesAgainChangeNoRow() {
        var wire = manyAppeals();
        hear(wire.all());
        var before = tables.checksums();

        hear(wire.all());
        hear(wire.only(100, 250));

        assertThat(tables.checksums()).isEqualTo(before);
    }

    @Test
    void aMessageTwiceInOneBatchIsAppliedOnce() {
        var messages = manyAppeals().all();
        List<ConsumerRecord<String, byte[]>> twice = new ArrayList<>();
        messages.forEach(message -> Collections.addAll(twice, message, message));

        hear(Wire.records(twice));

        assertThat(tables.texts("select distinct heard from tally")).containsExactly(heard(5));
    }

    @Test
    void theTopicFromItsBeginningChangesNoRowThoughTheInboxWasCleared() {
        var wire = manyAppeals();
        hear(wire.all());
        tables.run("truncate inbox");
        var before = tables.checksums().subList(2, 5);

        hear(wire.all());

        assertThat(tables.checksums().subList(2, 5)).isEqualTo(before);
        assertThat(tables.count("outbox")).isEqualTo(500);
    }

    @Test
    void aMessageThatCameTooEarlyWaitsAndIsAppliedAfterTheOneBeforeIt() {
        var wire = new Wire()
                .say(3, anAppeal(claim(1), 23))
                .say(2, anAppeal(claim(1), 22))
                .say(1, anAppeal(claim(1), 21))
                .say(4, anAppeal(claim(1), 24));

        hear(wire.only(0, 2));
        assertThat(tables.count("tally")).isZero();
        assertThat(parked.count(State.WAITING)).isEqualTo(2);
        hear(wire.all());

        assertThat(tables.texts("select heard from tally")).containsExactly("21 22 23 24 ");
        assertThat(tables.count("parked_message")).isZero();
    }

    @Test
    void messagesInAnyOrderEndInTheOrderOfTheirClaims() {
        var messages = new ArrayList<ConsumerRecord<String, byte[]>>();
        manyAppeals().all().forEach(messages::add);
        Collections.shuffle(messages, new Random(7));

        for (int from = 0; from < messages.size(); from += 50) {
            hear(Wire.records(messages.subList(from, from + 50)));
        }

        assertThat(tables.texts("select distinct heard from tally")).containsExactly(heard(5));
        assertThat(tables.count("parked_message")).isZero();
    }

    @Test
    void aDatabaseSessionLostInTheMiddleIsNoMessagesFault() {
        var calls = new AtomicInteger();

        intake.apply(Wire.TOPIC, FollowUpEvent.class, manyAppeals().all(), messages -> {
            tallies.hear(messages);
            if (calls.incrementAndGet() <= 2) {
                tables.endOtherSessions();
            }
        });

        assertThat(calls).hasValue(3);
        assertThat(tables.texts("select distinct heard from tally")).containsExactly(heard(5));
        assertThat(tables.count("parked_message")).isZero();
    }

    @Test
    void aDatabaseSessionLostAtTheCommitIsNoMessagesFault() {
        var calls = new AtomicInteger();

        intake.apply(Wire.TOPIC, FollowUpEvent.class, manyAppeals().all(), messages -> {
            tallies.hear(messages);
            if (calls.incrementAndGet() <= 2) {
                transactions.registerInterposedSynchronization(new EndSessions());
            }
        });

        assertThat(calls).hasValue(3);
        assertThat(tables.texts("select distinct heard from tally")).containsExactly(heard(5));
        assertThat(tables.count("parked_message")).isZero();
    }

    @Test
    void whatTwoChangeAtOnceIsTriedAgain() {
        hear(new Wire().say(1, anAppeal(claim(1), 21)).all());
        var calls = new AtomicInteger();

        intake.apply(
                Wire.TOPIC,
                FollowUpEvent.class,
                new Wire().say(2, anAppeal(claim(1), 22)).all(),
                messages -> {
                    tallies.hear(messages);
                    if (calls.incrementAndGet() == 1) {
                        QuarkusTransaction.requiringNew()
                                .run(() -> tables.run("update tally set version = version + 1"));
                    }
                });

        assertThat(tables.texts("select heard from tally")).containsExactly("21 22 ");
        assertThat(tables.count("parked_message")).isZero();
    }

    private final class EndSessions implements Synchronization {

        @Override
        public void beforeCompletion() {
            tables.endOtherSessions();
        }

        @Override
        public void afterCompletion(int status) {}
    }

    private void hear(ConsumerRecords<String, byte[]> records) {
        intake.apply(Wire.TOPIC, FollowUpEvent.class, records, tallies::hear);
    }
}
