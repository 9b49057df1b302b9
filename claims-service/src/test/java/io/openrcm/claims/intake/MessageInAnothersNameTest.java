package io.openrcm.claims.intake;

import static io.openrcm.claims.intake.BatchCostTest.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.nullValue;

import io.openrcm.claims.FixedClock;
import io.openrcm.claims.life.Life;
import io.openrcm.claims.life.WithRealServers;
import io.openrcm.events.AttemptId;
import io.openrcm.events.ClaimId;
import io.openrcm.events.coding.CodingEvent;
import io.openrcm.events.coding.CodingEvent.EncounterCoded;
import io.openrcm.events.delivery.Message;
import io.openrcm.events.delivery.inbox.Fault;
import io.openrcm.events.followup.FollowUpEvent;
import io.openrcm.events.followup.FollowUpEvent.CorrectionRequested;
import io.openrcm.events.followup.FollowUpEvent.FieldCorrection;
import io.openrcm.events.payer.PayerEvent;
import io.openrcm.events.payer.PayerEvent.ClaimTransmitted;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Messages that name another facility than their record's. Beside an honest one of that facility the database would let them through. */
@QuarkusTest
@WithRealServers
class MessageInAnothersNameTest {

    @Inject
    CodingEventsConsumer codingEvents;

    @Inject
    PayerEventsConsumer payerEvents;

    @Inject
    FollowUpEventsConsumer followUpEvents;

    @Inject
    Life life;

    @Test
    void aPayersAnswerChangesNoClaimOfAnotherFacility() {
        var honest = life.made(Life.aVisit(), "ClaimReleased");
        var other = life.made(Life.aVisit(), "ClaimReleased");
        List<Message<PayerEvent>> batch = List.of(
                message("LAKESIDE", transmitted(honest, Life.attempt(honest, 1))),
                message("HARBOR", transmitted(other, Life.attempt(other, 1))));

        assertRefused("WRONG_FACILITY", () -> payerEvents.apply(batch));

        life.get(other).body("attempts[0].interchange", nullValue());
    }

    @Test
    void anAnswerToTheSendingOfAnotherClaimIsRefused() {
        var honest = life.made(Life.aVisit(), "ClaimReleased");
        var other = life.made(Life.aVisit(), "ClaimReleased");
        List<Message<PayerEvent>> batch = List.of(message("LAKESIDE", transmitted(honest, Life.attempt(other, 1))));

        assertRefused("NoSuchElementException", () -> payerEvents.apply(batch));
    }

    @Test
    void aCorrectionChangesNoClaimOfAnotherFacility() {
        var claim = life.made(Life.aVisitWithABadMemberId(), "ClaimHeld");
        FollowUpEvent correction = new CorrectionRequested(
                claim, UUID.randomUUID(), List.of(new FieldCorrection("/patient/sex", "UNKNOWN")), "biller", null);

        assertRefused("WRONG_FACILITY", () -> followUpEvents.apply(List.of(message("HARBOR", correction))));
    }

    @Test
    void anEncounterOfAnotherFacilityIsNotBilled() {
        var visit = Life.aVisit();
        CodingEvent coded = new EncounterCoded(visit.id(), visit.build());

        assertRefused("WRONG_FACILITY", () -> codingEvents.apply(List.of(message("HARBOR", coded))));
    }

    @Test
    void anEncounterDoesNotMoveToAnotherFacility() {
        var visit = Life.aVisit();
        CodingEvent moved =
                new EncounterCoded(visit.id(), visit.of("HARBOR").version(2).build());

        assertRefused("WRONG_AGGREGATE", () -> codingEvents.apply(List.of(message("HARBOR", moved))));
    }

    private static PayerEvent transmitted(ClaimId claim, AttemptId attempt) {
        return new ClaimTransmitted(claim, attempt, "000000001", FixedClock.NOW);
    }

    private static void assertRefused(String code, Runnable batch) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> QuarkusTransaction.requiringNew().run(batch))
                .satisfies(refused -> assertThat(Fault.code(refused)).isEqualTo(code));
    }
}
