package io.openrcm.claims.posting;

import static io.openrcm.claims.posting.SubmittedClaims.messages;
import static io.openrcm.claims.posting.adjudication.RemitFixture.PAID_ON;
import static io.openrcm.claims.posting.adjudication.RemitFixture.PRIMARY;
import static io.openrcm.claims.posting.adjudication.RemitFixture.SECONDARY;
import static io.openrcm.claims.posting.adjudication.RemitFixture.answer;
import static io.openrcm.claims.posting.adjudication.RemitFixture.line;
import static io.openrcm.claims.posting.adjudication.RemitFixture.remitted;
import static io.openrcm.claims.posting.adjudication.RemitFixture.reversalOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.openrcm.claims.claim.status.AdjudicationStatus;
import io.openrcm.claims.ledger.ClaimMoney;
import io.openrcm.claims.ledger.Ledger;
import io.openrcm.claims.posting.LineDecisions.LineDecision;
import io.openrcm.claims.posting.adjudication.LineStatus;
import io.openrcm.events.ClaimId;
import io.openrcm.events.Ids;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.RemittanceId;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.payer.PayerEvent.ClaimRemitted;
import io.openrcm.events.payer.PayerEvent.RefusedBecause;
import io.openrcm.events.payer.PayerEvent.RemittanceReceived;
import io.openrcm.events.payer.PayerEvent.RemittanceRefused;
import io.openrcm.events.payer.PayerEvent.StrangeClaimRemitted;
import io.openrcm.events.payer.Payment;
import io.openrcm.events.payer.ProviderAdjustment;
import io.openrcm.events.payer.RemittedClaim;
import io.openrcm.events.payer.RemittedClaim.Outcome;
import io.openrcm.servers.RealServersTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = RealServersTestResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "claims"))
class PostRemittanceTest {

    private static final ServiceLine VISIT = line("L1", "99283", 10000);
    private static final ServiceLine IMAGE = line("L2", "71046", 5000);
    private static final List<ServiceLine> LINES = List.of(VISIT, IMAGE);

    @Inject
    SubmittedClaims claims;

    @Inject
    Ledger ledger;

    @Inject
    LineDecisions decisions;

    @AfterEach
    void theLedgerAddsUp() {
        assertThat(claims.number("select count(*) from ledger_entry")).isPositive();
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
        assertThat(claims.timeline(claim)).containsExactly("ClaimPaid");
        assertThat(decisions.of(claim))
                .extracting(LineDecision::controlNumber, LineDecision::status)
                .containsExactly(
                        tuple("L1", LineStatus.PAID),
                        tuple("L2", LineStatus.PAID));
    }

    @Test
    void aDenialOfOneLineIsToldAndItsMoneyStaysOpen() {
        var claim = claims.submit("DENY0001", LINES, PRIMARY);
        var theirs = remitted(answer(VISIT, "CO-197:10000"), answer(IMAGE, "CO-45:1000", "PR-3:500"));

        claims.hear(messages(1, new ClaimRemitted(claim, payment("35.00"), 1, theirs)));

        assertMoney(claim, "150.00", "35.00", "10.00", "5.00", "100.00");
        assertThat(money(claim).denied()).isEqualTo(Money.of("100.00"));
        assertThat(claims.find(claim).adjudication()).isEqualTo(AdjudicationStatus.PARTIALLY_PAID);
        assertThat(claims.timeline(claim)).containsExactly("ClaimPaid", "ClaimDenied", "ResponsibilityMoved");
    }

    @Test
    void aWhollyDeniedClaimIsNotToldAsPaid() {
        var claim = claims.submit("DENY0002", LINES, PRIMARY);
        var theirs = remitted(answer(VISIT, "CO-50:10000"), answer(IMAGE, "CO-97:5000"));

        claims.hear(messages(1, new ClaimRemitted(claim, payment("0.00"), 1, theirs)));

        assertMoney(claim, "150.00", "0.00", "50.00", "0.00", "100.00");
        assertThat(claims.find(claim).adjudication()).isEqualTo(AdjudicationStatus.DENIED);
        assertThat(claims.timeline(claim)).containsExactly("ClaimDenied");
    }

    @Test
    void aRepeatedDeliveryInANewMessageChangesNothing() {
        var claim = claims.submit("TWICE001", LINES, PRIMARY);
        var event = new ClaimRemitted(claim, payment("120.00"), 1, paidByContract());
        claims.hear(messages(1, event));
        var before = tables();

        claims.hear(messages(2, event, event));

        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void aDuplicatePaymentWaitsInSuspense() {
        var claim = claims.submit("DUPL0001", LINES, PRIMARY);
        var second = payment("120.00");
        claims.hear(messages(1, new ClaimRemitted(claim, payment("120.00"), 1, paidByContract())));

        claims.hear(messages(2, new ClaimRemitted(claim, second, 1, paidByContract())));

        assertMoney(claim, "150.00", "120.00", "30.00", "0.00", "0.00");
        assertThat(claims.timeline(claim)).containsExactly("ClaimPaid", "RemittanceExcepted");
        get(second.remittanceId()).body("remittance.unapplied.paid", equalTo("120.00"));
        assertThat(claims.number("select event_seq from remittance where id = '" + second.remittanceId() + "'"))
                .isEqualTo(1);
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
        assertThat(claims.timeline(claim)).containsExactly("ClaimPaid", "ClaimReversed", "ClaimPaid");
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
        assertThat(claims.timeline(claim)).containsExactly("RemittanceExcepted");
        get(payment.remittanceId()).body("remittance.refused.claims", equalTo(1));
    }

    @Test
    void theSecondaryPayerAnswersTheForwardedClaim() {
        var claim = claims.submit("CROSS001", List.of(VISIT), PRIMARY, SECONDARY);
        var primary = crossedOver(remitted(answer(VISIT, "CO-45:2000", "PR-2:1600")));
        var secondary = remitted(Outcome.PROCESSED_AS_SECONDARY, List.of(answer(VISIT, "OA-23:8400", "PR-3:600")));

        claims.hear(messages(1, new ClaimRemitted(claim, payment("64.00"), 1, primary)));
        assertThat(claims.find(claim).payer()).isEqualTo(SECONDARY);
        claims.hear(messages(2, new ClaimRemitted(claim, payment("10.00", SECONDARY), 1, secondary)));

        assertMoney(claim, "100.00", "74.00", "20.00", "6.00", "0.00");
        assertThat(claims.timeline(claim))
                .containsExactly("ClaimPaid", "ResponsibilityMoved", "ClaimPaid", "ResponsibilityMoved");
    }

    @Test
    void aRemittanceThatOvertakesTheSubmissionIsPostedAllTheSame() {
        var claim = claims.release("EARLY001", LINES, PRIMARY).claimId();

        claims.hear(messages(1, new ClaimRemitted(claim, payment("120.00"), 1, paidByContract())));

        assertMoney(claim, "150.00", "120.00", "30.00", "0.00", "0.00");
    }

    @Test
    void aReplacementWithOtherLinesChangesWhatIsOwedByTheDifference() {
        var claim = claims.submit("REBILL01", LINES, PRIMARY);

        claims.rebill(claim, List.of(VISIT, line("L3", "36415", 1200)), PRIMARY);
        claims.rebill(claim, List.of(VISIT, line("L3", "36415", 1200)), PRIMARY);

        assertThat(money(claim).billed()).isEqualTo(Money.of("112.00"));
        assertThat(money(claim).openWith(1)).isEqualTo(Money.of("112.00"));
        assertThat(claims.number("select count(*) from ledger_entry where claim_id = '" + claim + "'"))
                .isEqualTo(8);
    }

    @Test
    void providerAdjustmentsExplainWhyThePaymentIsSmallerThanItsClaims() {
        var claim = claims.submit("PLB00001", LINES, PRIMARY);
        var payment = payment("100.50");
        var adjustments = List.of(
                new ProviderAdjustment("WO", "OLD1", Money.of("20.00")), new ProviderAdjustment("L6", null, Money.of("-0.50")));

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
        var payment = payment("170.00");
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
        var payment = payment("120.00");

        claims.hear(messages(
                1,
                new RemittanceRefused(
                        payment,
                        RefusedBecause.CLAIM_OUT_OF_BALANCE,
                        "claim 1",
                        Money.of("120.00"),
                        Money.of("119.00"))));

        assertMoney(claim, "150.00", "0.00", "0.00", "0.00", "150.00");
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
                new ClaimRemitted(claim, payment("120.00"), 1, paidByContract()),
                new ClaimRemitted(claim, payment("1.00"), 1, paidByContract())));

        var first = given().get("/remittances?payer=MERID&limit=1").then().statusCode(200).extract();
        String next = first.path("next");
        var second = given().get("/remittances?payer=MERID&limit=1&after=" + next).then().statusCode(200).extract();

        assertThat((String) first.path("items[0].remittanceId")).isNotEqualTo(second.path("items[0].remittanceId"));
        given().get("/remittances?after=nonsense").then().statusCode(400).body("code", equalTo("INVALID_CURSOR"));
        given().get("/remittances/" + UUID.randomUUID()).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set cents = cents + 1",
                "delete from ledger_entry",
                "truncate ledger_entry",
                "update ledger_posting set proof = '{}'",
                "delete from ledger_posting",
                "delete from remitted_claim",
                "update line_adjudication set paid_cents = 0"
            })
    void nobodyChangesWhatWasPosted(String sql) {
        var claim = claims.submit("STAY" + Math.abs(sql.hashCode() % 1000000), LINES, PRIMARY);
        claims.hear(messages(1, new ClaimRemitted(claim, payment("120.00"), 1, paidByContract())));
        var before = tables();

        assertThatThrownBy(() -> claims.run(sql)).hasStackTraceContaining("APPEND_ONLY");

        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void thePostgresRefusesAPostingThatDoesNotBalance() {
        var claim = claims.submit("BALANCE1", LINES, PRIMARY);
        var posting = "(select id from ledger_posting limit 1)";

        assertThatThrownBy(() -> claims.run("insert into ledger_entry values (" + posting + ", 99, 'CASH', '" + claim + "', '', 1, 1)"))
                .hasStackTraceContaining("LEDGER_POSTING_BALANCE");
        assertThatThrownBy(() -> claims.run("insert into ledger_entry values (gen_random_uuid(), 1, 'CASH', null, '', 0, 1),"
                        + " (gen_random_uuid(), 1, 'CASH', null, '', 0, -1)"))
                .hasStackTraceContaining("LEDGER_POSTING_BALANCE");
        assertThatThrownBy(() -> claims.run("with p as (select gen_random_uuid() as id) insert into ledger_entry"
                        + " select id, line, 'CASH', null, '', 0, cents from p, (values (1, 1), (2, -1)) v (line, cents)"))
                .hasStackTraceContaining("LEDGER_ENTRY_POSTING");
        assertThatThrownBy(() -> claims.run("update claim_balance set paid_cents = paid_cents + 1"))
                .hasStackTraceContaining("violates check constraint");
    }

    private ValidatableResponse get(RemittanceId id) {
        return given().get("/remittances/" + id).then().statusCode(200);
    }

    private ClaimMoney money(ClaimId claim) {
        return ledger.find(claim).orElseThrow();
    }

    private void assertMoney(
            ClaimId claim, String billed, String paid, String adjusted, String patient, String open) {
        var money = money(claim);
        assertThat(List.of(money.billed(), money.paid(), money.adjusted(), money.patient(), money.open()))
                .containsExactly(Money.of(billed), Money.of(paid), Money.of(adjusted), Money.of(patient), Money.of(open));
        assertThat(claims.find(claim).standing().openMoney().total())
               .isEqualTo(Money.of(patient).plus(Money.of(open)));
    }

    /** How much every table holds, and the sums of what may change. */
    private List<Long> tables() {
        return List.of(
                claims.number("select count(*) from ledger_posting"),
                claims.number("select count(*) from ledger_entry"),
                claims.number("select sum(cents * line) from ledger_entry"),
                claims.number("select count(*) from remitted_claim"),
                claims.number("select count(*) from line_adjudication"),
                claims.number("select sum(posted_cents + unapplied_cents + refused_cents + event_seq) from remittance"),
                claims.number("select sum(paid_cents + 3 * adjusted_cents + 5 * open_cents) from claim_balance"),
                claims.number("select sum(event_seq) from claim"));
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

    private static Payment payment(String amount) {
        return payment(amount, PRIMARY);
    }

    /** A payment that was never seen before. */
    private static Payment payment(String amount, PayerId payer) {
        var trace = UUID.randomUUID().toString();
        return new Payment(new RemittanceId(Ids.derived(trace)), payer, trace, "1999999999", PAID_ON, Money.of(amount));
    }
}
