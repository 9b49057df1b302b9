package io.openrcm.claims;

import static io.openrcm.claims.posting.SubmittedClaims.messages;
import static io.openrcm.claims.posting.adjudication.RemitFixture.PRIMARY;
import static io.openrcm.claims.posting.adjudication.RemitFixture.answer;
import static io.openrcm.claims.posting.adjudication.RemitFixture.line;
import static io.openrcm.claims.posting.adjudication.RemitFixture.newPayment;
import static io.openrcm.claims.posting.adjudication.RemitFixture.remitted;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.openrcm.claims.life.Life;
import io.openrcm.claims.posting.SubmittedClaims;
import io.openrcm.events.ClaimId;
import io.openrcm.events.RemittanceId;
import io.openrcm.events.payer.PayerEvent.ClaimRemitted;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Something of LAKESIDE in every table that knows facilities. */
@ApplicationScoped
public class LakesideRecords {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Life life;
    private final SubmittedClaims submittedClaims;

    public LakesideRecords(Life life, SubmittedClaims submittedClaims) {
        this.life = life;
        this.submittedClaims = submittedClaims;
    }

    /**
     * A claim that waits for a biller, and another for which this payment came; beside them one that has left, and an account of nobody but
     * the patient.
     */
    public record Made(ClaimId held, RemittanceId payment) {}

    /** A claim that was denied, one that is held and an account of nobody but the patient, all under 42 CFR Part 2. */
    public void makeUnderPart2() {
        var _ = life.made(Life.aVisit().underPart2WithoutConsent(), "ClaimHeld");
        openAccount(Life.aVisit().uninsured().underPart2WithoutConsent());
        var denied = life.submitted(Life.aVisit().underPart2("CONSENT-2026-17"));
        life.deny(denied, "ICN-" + denied);
        var number = Life.number(denied).value();
        await().atMost(20, SECONDS)
                .untilAsserted(() -> given().get("/claims/" + number).then().body("decisions.size()", greaterThan(0)));
    }

    public Made make() {
        var held = life.made(Life.aVisitWithABadMemberId(), "ClaimHeld");
        var _ = life.made(Life.aVisit(), "ClaimReleased");
        openAccount(Life.aVisit().uninsured());
        return new Made(held, paid());
    }

    private void openAccount(EncounterFixture uninsured) {
        life.code(uninsured);
        var encounter = uninsured.id().toString();
        await().atMost(20, SECONDS)
                .untilAsserted(() -> given().queryParam("limit", 500)
                        .get("/self-pay-accounts")
                        .then()
                        .body("items.encounterId", hasItem(encounter)));
    }

    private RemittanceId paid() {
        var visit = line("L1", "99283", 10000);
        var claim = submittedClaims.submit("LAKE%04d".formatted(NEXT.incrementAndGet()), List.of(visit), PRIMARY);
        var payment = newPayment("80.00", PRIMARY);
        submittedClaims.hear(messages(1, new ClaimRemitted(claim, payment, 1, remitted(answer(visit, "CO-45:2000")))));
        return payment.remittanceId();
    }
}
