package io.openrcm.claims.life;

import static io.openrcm.claims.EncounterFixture.anEmergencyVisit;
import static io.openrcm.claims.EncounterFixture.anInpatientStay;
import static io.restassured.RestAssured.given;

import io.openrcm.claims.EncounterFixture;
import io.openrcm.claims.FixedClock;
import io.openrcm.claims.building.ClaimNumbers;
import io.openrcm.claims.claim.ClaimOrigin;
import io.openrcm.events.AttemptId;
import io.openrcm.events.ClaimId;
import io.openrcm.events.ClaimNumber;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.RemittanceId;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.coding.CodingEvent.EncounterCoded;
import io.openrcm.events.followup.FollowUpEvent.CorrectionRequested;
import io.openrcm.events.followup.FollowUpEvent.FieldCorrection;
import io.openrcm.events.payer.Adjustment;
import io.openrcm.events.payer.AdjustmentGroup;
import io.openrcm.events.payer.PayerEvent.ClaimRejected;
import io.openrcm.events.payer.PayerEvent.ClaimRemitted;
import io.openrcm.events.payer.PayerEvent.ClaimTransmitted;
import io.openrcm.events.payer.Payment;
import io.openrcm.events.payer.RejectionReason;
import io.openrcm.events.payer.RemittedClaim;
import io.openrcm.events.payer.RemittedLine;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The steps of a claim's life, as the other services and people would bring them about. */
@ApplicationScoped
public class Life {

    public static final List<RejectionReason> REASONS =
            List.of(new RejectionReason(RejectionReason.Source.PAYER, "A7", "164", "IL"));

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final OtherServices others;

    public Life(OtherServices others) {
        this.others = others;
    }

    /** An emergency visit of a member who has no other. */
    public static EncounterFixture aVisit() {
        return fresh(anEmergencyVisit());
    }

    public static EncounterFixture aStay() {
        return fresh(anInpatientStay());
    }

    private static EncounterFixture fresh(EncounterFixture encounter) {
        return encounter.numbered(UUID.randomUUID().toString()).memberId("MER%08d".formatted(NEXT.incrementAndGet()));
    }

    /** A visit whose member id nobody could send. */
    public static EncounterFixture aVisitWithABadMemberId() {
        return aVisit().memberId("BAD " + NEXT.incrementAndGet());
    }

    /** The encounter's institutional claim. */
    public static ClaimId claimOf(EncounterFixture encounter) {
        return ClaimOrigin.claimId(encounter.id(), ClaimType.INSTITUTIONAL, 1);
    }

    public static AttemptId attempt(ClaimId claim, int attempt) {
        return AttemptId.of(claim, attempt);
    }

    public void code(EncounterFixture encounter) {
        others.say("coding-events", new EncounterCoded(encounter.id(), encounter.build()));
    }

    /** Codes the encounter and waits for what becomes of its institutional claim. */
    public ClaimId made(EncounterFixture encounter, String event) {
        code(encounter);
        var claim = claimOf(encounter);
        var heard = others.hear(claim, 1);
        if (!heard.equals(List.of(event))) {
            throw new AssertionError("expected " + event + ", heard " + heard);
        }
        return claim;
    }

    public ClaimId submitted(EncounterFixture encounter) {
        var claim = made(encounter, "ClaimReleased");
        transmit(claim, 1);
        var _ = others.hear(claim, 2);
        return claim;
    }

    public void transmit(ClaimId claim, int attempt) {
        others.say(
                "payer-events",
                new ClaimTransmitted(claim, attempt(claim, attempt), "00000000" + attempt, FixedClock.NOW));
    }

    public void reject(ClaimId claim, int attempt) {
        others.say("payer-events", new ClaimRejected(claim, attempt(claim, attempt), REASONS, FixedClock.NOW));
    }

    /** The payer finds no medical necessity in any line. */
    public void deny(ClaimId claim, String payerClaimNumber) {
        others.say("payer-events", denial(claim, payerClaimNumber));
    }

    /** What the payer says who finds no medical necessity in any line. */
    public ClaimRemitted denial(ClaimId claim, String payerClaimNumber) {
        var content = others.last(claim, ClaimReleased.class).content();
        var payment = new Payment(
                new RemittanceId(UUID.randomUUID()),
                new PayerId("MERID"),
                "TRACE" + NEXT.incrementAndGet(),
                "1910000001",
                LocalDate.of(2026, 11, 20),
                Money.ZERO);
        var denied = new RemittedClaim(
                content.number().value(),
                RemittedClaim.Outcome.PROCESSED_AS_PRIMARY,
                content.total(),
                Money.ZERO,
                Money.ZERO,
                payerClaimNumber,
                List.of(),
                content.lines().stream().map(Life::denied).toList(),
                List.of(),
                null);
        return new ClaimRemitted(claim, payment, 1, denied);
    }

    private static RemittedLine denied(ServiceLine line) {
        return new RemittedLine(
                line.controlNumber(),
                line.procedureCode(),
                null,
                line.revenueCode(),
                line.modifiers(),
                line.servicedOn(),
                line.charge(),
                Money.ZERO,
                null,
                List.of(new Adjustment(AdjustmentGroup.CONTRACTUAL, "50", line.charge(), null)),
                List.of());
    }

    public void requestCorrection(ClaimId claim, String field, String value) {
        others.say(
                "followup-events",
                new CorrectionRequested(
                        claim, UUID.randomUUID(), List.of(new FieldCorrection(field, value)), "biller", null));
    }

    public ValidatableResponse get(ClaimId claim) {
        return given().get("/claims/" + number(claim)).then().statusCode(200);
    }

    public ValidatableResponse correct(ClaimId claim, String field, String value) {
        return given().header("If-Match", get(claim).extract().header("ETag"))
                .contentType("application/json")
                .body(correction(field, value))
                .post("/claims/" + number(claim) + "/corrections")
                .then();
    }

    public static String correction(String field, String value) {
        return "{\"corrections\":[{\"field\":\"%s\",\"value\":%s}]}".formatted(field, value);
    }

    public ValidatableResponse release(ClaimId claim) {
        return given().header("If-Match", get(claim).extract().header("ETag"))
                .contentType("application/json")
                .body("{\"reason\":\"the payer said so on the telephone\"}")
                .post("/claims/" + number(claim) + "/releases")
                .then();
    }

    public static ClaimNumber number(ClaimId claim) {
        return ClaimNumbers.of(claim);
    }
}
