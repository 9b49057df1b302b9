package io.openrcm.events.delivery;

import static io.openrcm.events.delivery.Tallies.anAppeal;
import static io.openrcm.events.delivery.Wire.claim;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.delivery.inbox.ParkedMessage;
import io.openrcm.events.delivery.inbox.ParkedMessage.State;
import io.openrcm.events.followup.FollowUpEvent;
import io.openrcm.servers.RealServersTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealServersTestResource.class, scope = TestResourceScope.GLOBAL)
class ParkingTest {

    @Inject
    Intake intake;

    @Inject
    ParkedMessages parked;

    @Inject
    Tallies tallies;

    @Inject
    Tables tables;

    @BeforeEach
    void nothingHasBeenHeard() {
        tables.empty();
    }

    @Test
    void oneMessageOf500ThatCannotBeAppliedIsParkedAndTheOthersAreApplied() {
        var wire = new Wire();
        for (int claim = 0; claim < 500; claim++) {
            wire.say(1, anAppeal(claim(claim), claim == 321 ? Tallies.UNBEARABLE_LEVEL : 1));
        }

        hear(wire.all());

        assertThat(tables.count("tally")).isEqualTo(499);
        assertThat(tables.count("outbox")).isEqualTo(499);
        assertThat(onlyParked())
                .returns("UnsupportedOperationException", ParkedMessage::code)
                .returns(claim(321), ParkedMessage::aggregateId)
                .returns("AppealFiled.v1", ParkedMessage::type);
    }

    @Test
    void aMessageThatTheDatabaseRefusesIsParkedWithItsStateOnly() {
        hear(new Wire()
                .say(1, anAppeal(claim(1), 1))
                .say(1, anAppeal(claim(2), Tallies.UNSTORABLE_LEVEL))
                .all());

        assertThat(onlyParked().code()).endsWith("/22012");
        assertThat(tables.count("tally")).isEqualTo(1);
    }

    @Test
    void laterMessagesOfAClaimWaitForTheParkedOneAndFollowItWhenItIsRetried() {
        var healed = new ArrayList<Long>();
        hear(new Wire()
                .say(1, anAppeal(claim(1), 21))
                .say(2, anAppeal(claim(1), Tallies.UNBEARABLE_LEVEL))
                .say(3, anAppeal(claim(1), 23))
                .say(1, anAppeal(claim(2), 21))
                .all());
        assertThat(tables.texts("select distinct heard from tally")).containsExactly("21 ");
        assertThat(parked.count(State.WAITING)).isEqualTo(1);

        var stillBad = parked.retry(onlyParked().id()).orElseThrow();
        intake.apply(
                Wire.TOPIC,
                FollowUpEvent.class,
                ConsumerRecords.empty(),
                messages -> messages.forEach(message -> healed.add(message.seq())));
        var retried = parked.retry(stillBad.id()).orElseThrow();

        assertThat(stillBad).returns(State.PARKED, ParkedMessage::state).returns(2, ParkedMessage::attempts);
        assertThat(retried.state()).isEqualTo(State.RETRIED);
        assertThat(healed).containsExactly(2L, 3L);
        assertThat(tables.texts("select last_seq from inbox_position where aggregate_id = '" + claim(1) + "'"))
                .containsExactly("3");
        assertThat(parked.count(State.WAITING)).isZero();
    }

    @Test
    void aDismissedMessageIsPassedOver() {
        hear(new Wire()
                .say(1, anAppeal(claim(1), Tallies.UNBEARABLE_LEVEL))
                .say(2, anAppeal(claim(1), 22))
                .all());

        var dismissed = parked.dismiss(onlyParked().id()).orElseThrow();

        assertThat(dismissed.state()).isEqualTo(State.DISMISSED);
        assertThat(tables.texts("select heard from tally")).containsExactly("22 ");
        assertThat(parked.retry(dismissed.id()).orElseThrow()).isEqualTo(dismissed);
    }

    @Test
    void whatIsNoneOfOurEventsIsParkedWithTheReason() {
        var remitted = "{\"claimId\":\"%s\",\"attemptId\":\"%s\",\"interchange\":\"1\",\"transmittedAt\":\"%s\"}"
                .formatted(claim(2), claim(2), Wire.NOW);
        hear(new Wire()
                .say(1, "AppealWon.v1", claim(1), bytes("{}"))
                .say(1, "ClaimTransmitted.v1", claim(2), bytes(remitted))
                .say(1, "AppealFiled.v1", claim(3), bytes("{\"claimId\":\"" + claim(3) + "\",\"level\":\"first\"}"))
                .say(1, "AppealFiled.v1", claim(4), bytes("{\"claimId\":"))
                .say(1, "AppealFiled.v1", claim(5), bytes("{\"claimId\":\"" + claim(5) + "\",\"level\":1}"))
                .say(3, claim(6).toString(), List.of(new RecordHeader("ce_id", bytes("x"))), bytes("{}"))
                .say(1, "AppealFiled.v1", claim(8), EventCodec.standard().encode(anAppeal(claim(9), 21)))
                .say(1, anAppeal(claim(7), 21))
                .all());

        assertThat(parked.list(State.PARKED, 0, 50))
                .extracting(ParkedMessage::code)
                .containsExactlyInAnyOrder(
                        "UNKNOWN_TYPE",
                        "WRONG_TOPIC",
                        "WRONG_AGGREGATE",
                        "INVALID_PAYLOAD",
                        "INVALID_JSON",
                        "INVALID_PAYLOAD",
                        "INVALID_HEADERS");
        assertThat(tables.count("tally")).isEqualTo(1);
    }

    @Test
    void aMessageParkedBeforeIsNotParkedTwice() {
        var wire = new Wire()
                .say(1, "AppealWon.v1", claim(1), bytes("{}"))
                .say(3, "key", List.of(), bytes("?"))
                .say(1, anAppeal(claim(2), Tallies.UNBEARABLE_LEVEL));
        hear(wire.all());
        var before = tables.checksums();

        hear(wire.all());

        assertThat(tables.checksums()).isEqualTo(before);
        assertThat(parked.count(State.PARKED)).isEqualTo(3);
    }

    private void hear(ConsumerRecords<String, byte[]> records) {
        intake.apply(Wire.TOPIC, FollowUpEvent.class, records, tallies::hear);
    }

    private ParkedMessage onlyParked() {
        var all = parked.list(State.PARKED, 0, 10);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
