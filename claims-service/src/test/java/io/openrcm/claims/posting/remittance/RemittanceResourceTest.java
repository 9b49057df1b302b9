package io.openrcm.claims.posting.remittance;

import static io.openrcm.claims.posting.SubmittedClaims.messages;
import static io.openrcm.claims.posting.adjudication.RemitFixture.PRIMARY;
import static io.openrcm.claims.posting.adjudication.RemitFixture.answer;
import static io.openrcm.claims.posting.adjudication.RemitFixture.line;
import static io.openrcm.claims.posting.adjudication.RemitFixture.newPayment;
import static io.openrcm.claims.posting.adjudication.RemitFixture.remitted;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.openrcm.claims.life.WithRealServers;
import io.openrcm.claims.posting.SubmittedClaims;
import io.openrcm.events.Money;
import io.openrcm.events.RemittanceId;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.payer.PayerEvent.ClaimRemitted;
import io.openrcm.events.payer.PayerEvent.RefusedBecause;
import io.openrcm.events.payer.PayerEvent.RemittanceReceived;
import io.openrcm.events.payer.PayerEvent.RemittanceRefused;
import io.openrcm.events.payer.PayerEvent.StrangeClaimRemitted;
import io.openrcm.events.payer.ProviderAdjustment;
import io.openrcm.events.payer.RemittedClaim;
import io.openrcm.events.payer.RemittedClaim.Outcome;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithRealServers
class RemittanceResourceTest {

    private static final ServiceLine VISIT = line("L1", "99283", 10000);
    private static final ServiceLine IMAGE = line("L2", "71046", 5000);
    private static final List<ServiceLine> LINES = List.of(VISIT, IMAGE);

    @Inject
    SubmittedClaims claims;

    @Test
    void providerAdjustmentsExplainWhyThePaymentIsSmallerThanItsClaims() {
        var claim = claims.submit("PLB00001", LINES, PRIMARY);
        var payment = newPayment("100.50", PRIMARY);
        var adjustments = List.of(
                new ProviderAdjustment("WO", "OLD1", Money.of("20.00")),
                new ProviderAdjustment("L6", null, Money.of("-0.50")));

        claims.hear(messages(
                1,
                new RemittanceReceived(payment, 1, Money.of("120.00"), adjustments),
                new ClaimRemitted(claim, payment, 1, paidByContract())));
        claims.hear(messages(9, new RemittanceReceived(payment, 1, Money.of("120.00"), adjustments)));

        get(payment.remittanceId())
                .body("remittance.state", equalTo("POSTED"))
                .body("remittance.providerAdjustments", equalTo("19.50"))
                .body("providerAdjustments", hasSize(2))
                .body("proofs.holds", everyItem(equalTo(true)));
    }

    @Test
    void moneyForAStrangeClaimWaitsInSuspenseAndThePaymentIsPartlyPosted() {
        var claim = claims.submit("STRG0001", LINES, PRIMARY);
        var payment = newPayment("170.00", PRIMARY);
        var strange = new StrangeClaimRemitted(payment, 2, strange("50.00"));

        claims.hear(messages(
                1,
                new ClaimRemitted(claim, payment, 1, paidByContract()),
                strange,
                new RemittanceReceived(payment, 2, Money.of("170.00"), List.of())));
        claims.hear(messages(5, strange));

        get(payment.remittanceId())
                .body("remittance.state", equalTo("PARTIALLY_POSTED"))
                .body("remittance.unapplied.paid", equalTo("50.00"))
                .body("proofs.holds", everyItem(equalTo(true)));
        given().get("/remittances/" + payment.remittanceId() + "/claims")
                .then()
                .body("items.disposition", equalTo(List.of("POSTED", "UNAPPLIED")));
    }

    @Test
    void aRefusedRemittanceIsSeenAndMovesNothing() {
        var claim = claims.submit("OUTB0001", LINES, PRIMARY);
        var payment = newPayment("120.00", PRIMARY);

        claims.hear(messages(
                1,
                new RemittanceRefused(
                        payment,
                        RefusedBecause.CLAIM_OUT_OF_BALANCE,
                        "claim 1",
                        Money.of("120.00"),
                        Money.of("119.00"))));

        assertThat(claims.find(claim).standing().openMoney().payer()).isEqualTo(Money.of("150.00"));
        given().get("/remittances?state=EXCEPTION&limit=500")
                .then()
                .statusCode(200)
                .body("items.findAll { it.remittanceId == '" + payment.remittanceId() + "' }", hasSize(1));
    }

    @Test
    void remittancesArePagedNewestFirst() {
        var claim = claims.submit("PAGE0001", LINES, PRIMARY);
        claims.hear(messages(
                1,
                new ClaimRemitted(claim, newPayment("120.00", PRIMARY), 1, paidByContract()),
                new ClaimRemitted(claim, newPayment("1.00", PRIMARY), 1, paidByContract())));

        var first = given().get("/remittances?payer=MERID&limit=1")
                .then()
                .statusCode(200)
                .extract();
        String next = first.path("next");
        var second = given().get("/remittances?payer=MERID&limit=1&after=" + next)
                .then()
                .statusCode(200)
                .extract();

        assertThat((String) first.path("items[0].remittanceId")).isNotEqualTo(second.path("items[0].remittanceId"));
        given().get("/remittances?after=nonsense").then().statusCode(400).body("code", equalTo("INVALID_CURSOR"));
        given().get("/remittances/" + UUID.randomUUID()).then().statusCode(404);
    }

    private static ValidatableResponse get(RemittanceId id) {
        return given().get("/remittances/" + id).then().statusCode(200);
    }

    private static RemittedClaim paidByContract() {
        return remitted(answer(VISIT, "CO-45:2000"), answer(IMAGE, "CO-45:1000"));
    }

    private static RemittedClaim strange(String paid) {
        return new RemittedClaim(
                "NOTOURS1",
                Outcome.PROCESSED_AS_PRIMARY,
                Money.of(paid),
                Money.of(paid),
                Money.ZERO,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
