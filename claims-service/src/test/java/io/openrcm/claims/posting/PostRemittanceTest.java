package io.openrcm.claims.posting;

import static io.openrcm.claims.posting.SubmittedClaims.messages;
import static io.openrcm.claims.posting.adjudication.RemitFixture.PAID_ON;
import static io.openrcm.claims.posting.adjudication.RemitFixture.PRIMARY;
import static io.openrcm.claims.posting.adjudication.RemitFixture.SECONDARY;
import static io.openrcm.claims.posting.adjudication.RemitFixture.answer;
import static io.openrcm.claims.posting.adjudication.RemitFixture.line;
import static io.openrcm.claims.posting.adjudication.RemitFixture.newPayment;
import static io.openrcm.claims.posting.adjudication.RemitFixture.remitted;
import static io.openrcm.claims.posting.adjudication.RemitFixture.reversalOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.openrcm.claims.claim.status.AdjudicationStatus;
import io.openrcm.claims.ledger.ClaimMoney;
import io.openrcm.claims.ledger.Ledger;
import io.openrcm.claims.ledger.Tables;
import io.openrcm.claims.life.OtherServices;
import io.openrcm.claims.life.WithRealServers;
import io.openrcm.claims.posting.LineDecisions.LineDecision;
import io.openrcm.claims.posting.adjudication.LineStatus;
import io.openrcm.events.ClaimId;
import io.openrcm.events.Money;
import io.openrcm.events.RemittanceId;
import io.openrcm.events.claims.ClaimEvent.ClaimDenied;
import io.openrcm.events.claims.ClaimEvent.ClaimPaid;
import io.openrcm.events.claims.ClaimEvent.ClaimReversed;
import io.openrcm.events.claims.ClaimEvent.DeniedLine;
import io.openrcm.events.claims.ClaimEvent.ExceptionKind;
import io.openrcm.events.claims.ClaimEvent.RemittanceExcepted;
import io.openrcm.events.claims.ClaimEvent.ResponsibilityMoved;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.payer.AdjustmentGroup;
import io.openrcm.events.payer.PayerEvent.ClaimRemitted;
import io.openrcm.events.payer.PayerEvent.RemittanceReceived;
import io.openrcm.events.payer.Payment;
import io.openrcm.events.payer.RemittedClaim;
import io.openrcm.events.payer.RemittedClaim.Outcome;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithRealServers
class PostRemittanceTest {

    private static final ServiceLine VISIT = line("L1", "99283", 10000);
    private static final ServiceLine IMAGE = line("L2", "71046", 5000);
    private static final List<ServiceLine> LINES = List.of(VISIT, IMAGE);

    @Inject
    SubmittedClaims claims;

    @Inject
    Ledger ledger;

    @Inject
    Tables tables;

    @Inject
    OtherServices others;

    @Inject
    LineDecisions decisions;

    @AfterEach
    void theLedgerAddsUp() {
        assertThat(tables.number("select count(*) from ledger_entry")).isPositive();
        given().when()
                .get("/ledger/proof")
                .then()
                .statusCode(200)
                .body("holds", equalTo(true))
                .body("balance", equalTo("0.00"))
                .body("wrongBalances", equalTo(0))
                .body("unbalancedLines", equalTo(0));
    }

    @Test
    void aPaidClaimIsPostedToTheLastCent() {
        var claim = claims.submit("PAID0001", LINES, PRIMARY);
        var payment = payment("120.00");

        claims.hear(messages(1, new ClaimRemitted(claim, payment, 1, paidByContract())));

        assertMoney(claim, "150.00", "120.00", "30.00", "0.00", "0.00");
        assertThat(claims.find(claim).adjudication()).isEqualTo(AdjudicationStatus.PAID);
        assertThat(tables.timeline(claim)).containsExactly("ClaimPaid");
        assertThat(decisions.of(claim))
                .extracting(LineDecision::controlNumber, LineDecision::status)
                .containsExactly(tuple("L1", LineStatus.PAID), tuple("L2", LineStatus.PAID));
    }

    @Test
    void aDenialOfOneLineIsToldAndItsMoneyStaysOpen() {
        var claim = claims.submit("DENY0001", LINES, PRIMARY);
        var theirs = remitted(answer(VISIT, "CO-197:10000"), answer(IMAGE, "CO-45:1000", "PR-3:500"));

        claims.hear(messages(1, new ClaimRemitted(claim, payment("35.00"), 1, theirs)));

        assertMoney(claim, "150.00", "35.00", "10.00", "5.00", "100.00");
        assertThat(money(claim).denied()).isEqualTo(Money.of("100.00"));
        assertThat(claims.find(claim).adjudication()).isEqualTo(AdjudicationStatus.PARTIALLY_PAID);
        assertThat(others.hear(claim, 3)).containsExactly("ClaimPaid", "ClaimDenied", "ResponsibilityMoved");
        assertThat(others.last(claim, ClaimPaid.class)).satisfies(paid -> {
            assertThat(paid.paid()).isEqualTo(Money.of("35.00"));
            assertThat(paid.adjusted()).isEqualTo(Money.of("10.00"));
            assertThat(paid.patientResponsibility()).isEqualTo(Money.of("5.00"));
            assertThat(paid.open()).isEqualTo(Money.of("100.00"));
        });
        assertThat(others.last(claim, ClaimDenied.class)).satisfies(denied -> {
            assertThat(denied.claim().payer()).isEqualTo(PRIMARY);
            assertThat(denied.wholeClaim()).isFalse();
            assertThat(denied.deniedAmount()).isEqualTo(Money.of("100.00"));
            assertThat(denied.appealBy()).isAfter(PAID_ON);
            assertThat(denied.lines())
                    .containsExactly(new DeniedLine(
                            "L1", Money.of("100.00"), AdjustmentGroup.CONTRACTUAL, "197", List.of("N115")));
        });
        assertThat(others.last(claim, ResponsibilityMoved.class)).satisfies(moved -> {
            assertThat(moved.toPayer()).isNull();
            assertThat(moved.amount()).isEqualTo(Money.of("5.00"));
        });
    }

    @Test
    void aWhollyDeniedClaimIsNotToldAsPaid() {
        var claim = claims.submit("DENY0002", LINES, PRIMARY);
        var theirs = remitted(answer(VISIT, "CO-50:10000"), answer(IMAGE, "CO-97:5000"));

        claims.hear(messages(1, new ClaimRemitted(claim, payment("0.00"), 1, theirs)));

        assertMoney(claim, "150.00", "0.00", "50.00", "0.00", "100.00");
        assertThat(claims.find(claim).adjudication()).isEqualTo(AdjudicationStatus.DENIED);
        assertThat(others.hear(claim, 1)).containsExactly("ClaimDenied");
        assertThat(others.last(claim, ClaimDenied.class).wholeClaim()).isTrue();
    }

    @Test
    void aRepeatedDeliveryInANewMessageChangesNothing() {
        var claim = claims.submit("TWICE001", LINES, PRIMARY);
        var event = new ClaimRemitted(claim, payment("120.00"), 1, paidByContract());
        claims.hear(messages(1, event));
        var before = tables.about(claim);

        claims.hear(messages(2, event, event));

        assertThat(tables.about(claim)).isEqualTo(before);
    }

    @Test
    void aDuplicatePaymentWaitsInSuspense() {
        var claim = claims.submit("DUPL0001", LINES, PRIMARY);
        var second = payment("120.00");
        claims.hear(messages(1, new ClaimRemitted(claim, payment("120.00"), 1, paidByContract())));

        claims.hear(messages(2, new ClaimRemitted(claim, second, 1, paidByContract())));

        assertMoney(claim, "150.00", "120.00", "30.00", "0.00", "0.00");
        assertThat(tables.timeline(claim)).containsExactly("ClaimPaid", "RemittanceExcepted");
        get(second.remittanceId()).body("remittance.unapplied.paid", equalTo("120.00"));
        assertThat(excepted(second))
                .extracting(RemittanceExcepted::kind, RemittanceExcepted::amount)
                .containsExactly(ExceptionKind.PROBABLE_DUPLICATE, Money.of("120.00"));
    }

    @Test
    void reversedAndDecidedAnewInOneBatchTheClaimIsPaidOnce() {
        var claim = claims.submit("CORR0001", LINES, PRIMARY);
        claims.hear(messages(1, new ClaimRemitted(claim, payment("120.00"), 1, paidByContract())));
        var payment = payment("30.00");
        var corrected = remitted(answer(VISIT), answer(IMAGE));

        claims.hear(messages(
                2,
                new ClaimRemitted(claim, payment, 1, reversalOf(paidByContract())),
                new ClaimRemitted(claim, payment, 2, corrected),
                new RemittanceReceived(payment, 2, Money.of("30.00"), List.of())));

        assertMoney(claim, "150.00", "150.00", "0.00", "0.00", "0.00");
        assertThat(others.hear(claim, 3)).containsExactly("ClaimPaid", "ClaimReversed", "ClaimPaid");
        assertThat(others.last(claim, ClaimReversed.class).takenBack()).isEqualTo(Money.of("120.00"));
        get(payment.remittanceId())
                .body("remittance.state", equalTo("POSTED"))
                .body("proofs", hasSize(3))
                .body("proofs.holds", everyItem(equalTo(true)));
    }

    @Test
    void aReversalWithoutPaymentMovesNothingAndIsExcepted() {
        var claim = claims.submit("REVS0001", LINES, PRIMARY);
        var payment = payment("-120.00");

        claims.hear(messages(1, new ClaimRemitted(claim, payment, 1, reversalOf(paidByContract()))));

        assertMoney(claim, "150.00", "0.00", "0.00", "0.00", "150.00");
        assertThat(tables.timeline(claim)).containsExactly("RemittanceExcepted");
        get(payment.remittanceId()).body("remittance.refused.claims", equalTo(1));
        assertThat(excepted(payment).kind()).isEqualTo(ExceptionKind.REVERSAL_WITHOUT_PAYMENT);
    }

    @Test
    void theSecondaryPayerAnswersTheForwardedClaim() {
        var claim = claims.submit("CROSS001", List.of(VISIT), PRIMARY, SECONDARY);
        var primary = crossedOver(remitted(answer(VISIT, "CO-45:2000", "PR-2:1600")));
        var secondary = remitted(Outcome.PROCESSED_AS_SECONDARY, List.of(answer(VISIT, "OA-23:8400", "PR-3:600")));

        claims.hear(messages(1, new ClaimRemitted(claim, payment("64.00"), 1, primary)));
        assertThat(claims.find(claim).payer()).isEqualTo(SECONDARY);
        assertThat(others.hear(claim, 2)).endsWith("ResponsibilityMoved");
        assertThat(others.last(claim, ResponsibilityMoved.class)).satisfies(moved -> {
            assertThat(moved.toPayer()).isEqualTo(SECONDARY);
            assertThat(moved.amount()).isEqualTo(Money.of("16.00"));
            assertThat(moved.crossedOver()).isTrue();
        });
        claims.hear(messages(2, new ClaimRemitted(claim, newPayment("10.00", SECONDARY), 1, secondary)));

        assertMoney(claim, "100.00", "74.00", "20.00", "6.00", "0.00");
        assertThat(others.hear(claim, 4))
                .containsExactly("ClaimPaid", "ResponsibilityMoved", "ClaimPaid", "ResponsibilityMoved");
    }

    @Test
    void aRemittanceThatOvertakesTheSubmissionIsPostedAllTheSame() {
        var claim = claims.release("EARLY001", LINES, PRIMARY).claimId();

        claims.hear(messages(1, new ClaimRemitted(claim, payment("120.00"), 1, paidByContract())));

        assertMoney(claim, "150.00", "120.00", "30.00", "0.00", "0.00");
    }

    private ValidatableResponse get(RemittanceId id) {
        return given().get("/remittances/" + id).then().statusCode(200);
    }

    private RemittanceExcepted excepted(Payment payment) {
        var remittance = new ClaimId(payment.remittanceId().value());
        assertThat(others.hear(remittance, 1)).containsExactly("RemittanceExcepted");
        return others.last(remittance, RemittanceExcepted.class);
    }

    private ClaimMoney money(ClaimId claim) {
        return ledger.find(claim).orElseThrow();
    }

    private void assertMoney(ClaimId claim, String billed, String paid, String adjusted, String patient, String open) {
        var money = money(claim);
        assertThat(List.of(money.billed(), money.paid(), money.adjusted(), money.patient(), money.open()))
                .containsExactly(
                        Money.of(billed), Money.of(paid), Money.of(adjusted), Money.of(patient), Money.of(open));
        assertThat(claims.find(claim).standing().openMoney().total())
                .isEqualTo(Money.of(patient).plus(Money.of(open)));
    }

    private static RemittedClaim paidByContract() {
        return remitted(answer(VISIT, "CO-45:2000"), answer(IMAGE, "CO-45:1000"));
    }

    private static RemittedClaim crossedOver(RemittedClaim claim) {
        return new RemittedClaim(
                claim.claimNumber(),
                claim.outcome(),
                claim.billed(),
                claim.paid(),
                claim.patientResponsibility(),
                claim.payerClaimNumber(),
                claim.adjustments(),
                claim.lines(),
                claim.remarks(),
                SECONDARY);
    }

    private static Payment payment(String amount) {
        return newPayment(amount, PRIMARY);
    }
}
