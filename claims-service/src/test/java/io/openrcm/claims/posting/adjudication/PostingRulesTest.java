package io.openrcm.claims.posting.adjudication;

import static io.openrcm.claims.posting.adjudication.RemitFixture.PRIMARY;
import static io.openrcm.claims.posting.adjudication.RemitFixture.SECONDARY;
import static io.openrcm.claims.posting.adjudication.RemitFixture.answer;
import static io.openrcm.claims.posting.adjudication.RemitFixture.claimOf;
import static io.openrcm.claims.posting.adjudication.RemitFixture.inPayment;
import static io.openrcm.claims.posting.adjudication.RemitFixture.line;
import static io.openrcm.claims.posting.adjudication.RemitFixture.remitted;
import static io.openrcm.claims.posting.adjudication.RemitFixture.reversalOf;
import static io.openrcm.claims.posting.adjudication.RemitFixture.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.claims.ledger.ClaimMoney;
import io.openrcm.claims.posting.adjudication.Posting.AlreadyTaken;
import io.openrcm.claims.posting.adjudication.Posting.BilledDiffers;
import io.openrcm.claims.posting.adjudication.Posting.DuplicateReversed;
import io.openrcm.claims.posting.adjudication.Posting.OutOfBalance;
import io.openrcm.claims.posting.adjudication.Posting.Posted;
import io.openrcm.claims.posting.adjudication.Posting.ProbableDuplicate;
import io.openrcm.claims.posting.adjudication.Posting.ReversalWithoutPayment;
import io.openrcm.claims.posting.adjudication.Posting.Reversed;
import io.openrcm.events.Money;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.payer.RemittedClaim;
import io.openrcm.events.payer.RemittedClaim.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostingRulesTest {

    private static final ServiceLine VISIT = line("L1", "99283", 10000);
    private static final ServiceLine IMAGE = line("L2", "71046", 5000);

    private final Books books = new Books(claimOf(VISIT, IMAGE));

    @Test
    void aClaimNobodyHasAnsweredIsOpenWithItsPayer() {
        assertMoney(books.money(), "150.00", "0.00", "0.00", "0.00", "150.00");
        assertThat(books.money().openWith(1)).isEqualTo(Money.of("150.00"));
    }

    @Test
    void paidByContractNothingIsOpen() {
        var posting = books.post(inPayment(1, PRIMARY, paidByContract()));

        assertThat(posting).isInstanceOf(Posted.class);
        assertMoney(books.money(), "150.00", "120.00", "30.00", "0.00", "0.00");
    }

    @Test
    void aDeductibleIsThePatientsDebtAndNoDenial() {
        var _ = books.post(inPayment(1, PRIMARY, remitted(answer(VISIT, "PR-1:10000"), answer(IMAGE))));

        assertMoney(books.money(), "150.00", "50.00", "0.00", "100.00", "0.00");
        assertThat(books.money().denied()).isEqualTo(Money.ZERO);
    }

    @Test
    void aDeniedLineStaysOpenAndIsNeverWrittenOff() {
        var _ = books.post(inPayment(1, PRIMARY, remitted(answer(VISIT, "CO-50:10000"), answer(IMAGE, "CO-45:1000"))));

        assertMoney(books.money(), "150.00", "40.00", "10.00", "0.00", "100.00");
        assertThat(books.money().denied()).isEqualTo(Money.of("100.00"));
        assertThat(books.moneyByLine().get("L1").openWith(1)).isEqualTo(Money.of("100.00"));
    }

    @Test
    void aLaterPaymentOfADeniedLineEndsTheDenial() {
        var _ = books.post(inPayment(1, PRIMARY, remitted(answer(VISIT, "CO-50:10000"), answer(IMAGE, "CO-197:5000"))));
        var _ = books.post(inPayment(2, PRIMARY, paidByContract()));

        assertMoney(books.money(), "150.00", "120.00", "30.00", "0.00", "0.00");
        assertThat(books.money().denied()).isEqualTo(Money.ZERO);
    }

    @Test
    void thePatientsShareIsAskedOfTheSecondaryPayerFirst() {
        var both = new Books(claimOf(List.of(VISIT), PRIMARY, SECONDARY));

        var _ = both.post(inPayment(1, PRIMARY, remitted(answer(VISIT, "CO-45:2000", "PR-2:1600"))));
        assertThat(both.money().openWith(2)).isEqualTo(Money.of("16.00"));
        assertThat(both.money().patient()).isEqualTo(Money.ZERO);

        var secondary = remitted(Outcome.PROCESSED_AS_SECONDARY, List.of(answer(VISIT, "OA-23:8400", "PR-2:600")));
        var _ = both.post(inPayment(2, SECONDARY, secondary));
        assertMoney(both.money(), "100.00", "74.00", "20.00", "6.00", "0.00");
    }

    @Test
    void aSecondaryPayerThatAnswersFirstIsACreditUntilThePrimaryHasAnswered() {
        var both = new Books(claimOf(List.of(VISIT), PRIMARY, SECONDARY));
        var secondary = remitted(Outcome.PROCESSED_AS_SECONDARY, List.of(answer(VISIT, "OA-23:8400")));

        var _ = both.post(inPayment(2, SECONDARY, secondary));
        assertThat(both.money().openWith(2)).isEqualTo(Money.of("-16.00"));

        var _ = both.post(inPayment(1, PRIMARY, remitted(answer(VISIT, "CO-45:2000", "PR-2:1600"))));
        assertMoney(both.money(), "100.00", "80.00", "20.00", "0.00", "0.00");
        assertThat(both.money().openByRank()).isEmpty();
    }

    @Test
    void whatAnotherPayerHasDoneIsNotPostedAgain() {
        var both = new Books(claimOf(List.of(VISIT), PRIMARY, SECONDARY));

        var _ = both.post(inPayment(
                1, SECONDARY, remitted(Outcome.PROCESSED_AS_SECONDARY, List.of(answer(VISIT, "OA-23:10000")))));

        assertMoney(both.money(), "100.00", "0.00", "0.00", "0.00", "100.00");
    }

    @Test
    void theSameDeliveryTwiceChangesNothing() {
        var _ = books.post(inPayment(1, PRIMARY, paidByContract()));
        int size = books.size();

        assertThat(books.post(inPayment(1, PRIMARY, paidByContract()))).isInstanceOf(AlreadyTaken.class);
        assertThat(books.size()).isEqualTo(size);
    }

    @Test
    void theSameDecisionInAnotherPaymentIsProbablyPaidTwiceAndDoesNotTouchTheClaim() {
        var _ = books.post(inPayment(1, PRIMARY, paidByContract()));

        assertThat(books.post(inPayment(2, PRIMARY, paidByContract()))).isInstanceOf(ProbableDuplicate.class);
        assertMoney(books.money(), "150.00", "120.00", "30.00", "0.00", "0.00");
    }

    @Test
    void takingADuplicateBackLeavesTheFirstPaymentAlone() {
        var _ = books.post(inPayment(1, PRIMARY, paidByContract()));
        var _ = books.post(inPayment(2, PRIMARY, paidByContract()));

        assertThat(books.post(inPayment(3, PRIMARY, reversalOf(paidByContract()))))
                .isInstanceOf(DuplicateReversed.class);
        assertMoney(books.money(), "150.00", "120.00", "30.00", "0.00", "0.00");
        assertThat(books.post(inPayment(4, PRIMARY, reversalOf(paidByContract()))))
                .isInstanceOf(Reversed.class);
        assertMoney(books.money(), "150.00", "0.00", "0.00", "0.00", "150.00");
    }

    @Test
    void aReversalTakesBackExactlyWhatWasPosted() {
        var theirs = remitted(answer(VISIT, "CO-45:2000", "PR-1:3000"), answer(IMAGE, "CO-50:5000"));
        var _ = books.post(inPayment(1, PRIMARY, theirs));

        assertThat(books.post(inPayment(2, PRIMARY, reversalOf(theirs)))).isInstanceOf(Reversed.class);
        assertMoney(books.money(), "150.00", "0.00", "0.00", "0.00", "150.00");
        assertThat(books.money().denied()).isEqualTo(Money.ZERO);
    }

    @Test
    void aReversalOfOtherAmountsThanWerePostedMovesNothing() {
        var _ = books.post(inPayment(1, PRIMARY, paidByContract()));

        var other = reversalOf(remitted(answer(VISIT, "CO-45:2000"), answer(IMAGE)));
        assertThat(books.post(inPayment(2, PRIMARY, other))).isInstanceOf(ReversalWithoutPayment.class);
        assertThat(books.post(inPayment(3, SECONDARY, reversalOf(paidByContract()))))
                .isInstanceOf(ReversalWithoutPayment.class);
        assertMoney(books.money(), "150.00", "120.00", "30.00", "0.00", "0.00");
    }

    @Test
    void aDecisionIsTakenBackOnlyOnce() {
        var _ = books.post(inPayment(1, PRIMARY, paidByContract()));
        var _ = books.post(inPayment(2, PRIMARY, reversalOf(paidByContract())));

        assertThat(books.post(inPayment(3, PRIMARY, reversalOf(paidByContract()))))
                .isInstanceOf(ReversalWithoutPayment.class);
    }

    @Test
    void aCorrectionThatOvertakesItsReversalShowsACreditOfTheCashUntilTheReversalComes() {
        var corrected = remitted(answer(VISIT, "CO-45:1000"), answer(IMAGE));
        var _ = books.post(inPayment(1, PRIMARY, paidByContract()));

        var _ = books.post(inPayment(2, PRIMARY, corrected));
        assertMoney(books.money(), "150.00", "260.00", "10.00", "0.00", "-120.00");

        var _ = books.post(inPayment(3, PRIMARY, reversalOf(paidByContract())));
        assertMoney(books.money(), "150.00", "140.00", "10.00", "0.00", "0.00");
    }

    @Test
    void afterTheNewerDecisionIsTakenBackTheOlderOneStandsInFullAgain() {
        var corrected = remitted(answer(VISIT, "CO-45:1000"), answer(IMAGE));
        var _ = books.post(inPayment(1, PRIMARY, paidByContract()));
        var before = books.money();
        var _ = books.post(inPayment(2, PRIMARY, corrected));

        var _ = books.post(inPayment(3, PRIMARY, reversalOf(corrected)));

        assertThat(books.money()).isEqualTo(before);
    }

    @Test
    void aPayerThatPaysMoreThanWasBilledLeavesACreditBalance() {
        var theirs = whole(15000, 15500, "CO-94:-500");

        var _ = books.post(inPayment(1, PRIMARY, theirs));

        assertMoney(books.money(), "150.00", "155.00", "-5.00", "0.00", "0.00");
    }

    @Test
    void anAnswerToAnotherAmountThanWeBilledMovesNothing() {
        assertThat(books.post(inPayment(1, PRIMARY, remitted(answer(VISIT))))).isInstanceOf(BilledDiffers.class);
        assertMoney(books.money(), "150.00", "0.00", "0.00", "0.00", "150.00");
    }

    @Test
    void aClaimOrALineWhoseSumsDoNotAgreeMovesNothing() {
        var shortLine = answer(
                "L1", "99283", Money.of("100.00"), Money.of("79.99"), List.of(RemitFixture.adjustment("CO-45:2000")));

        assertThat(books.post(inPayment(1, PRIMARY, whole(15000, 12000, "CO-45:2999"))))
                .isInstanceOf(OutOfBalance.class);
        assertThat(books.post(inPayment(2, PRIMARY, remitted(shortLine, answer(IMAGE, "CO-45:-1")))))
                .isInstanceOf(OutOfBalance.class);
        assertMoney(books.money(), "150.00", "0.00", "0.00", "0.00", "150.00");
    }

    @Test
    void adjustmentsOfTheWholeClaimArePostedBesideItsLines() {
        var lines = List.of(answer(VISIT), answer(IMAGE));
        var theirs = new RemittedClaim(
                "CLAIM00001",
                Outcome.PROCESSED_AS_PRIMARY,
                Money.of("150.00"),
                Money.of("130.00"),
                Money.ZERO,
                "ICN1",
                List.of(RemitFixture.adjustment("CO-45:2000")),
                lines,
                List.of(),
                null);

        var _ = books.post(inPayment(1, PRIMARY, theirs));

        assertMoney(books.money(), "150.00", "130.00", "20.00", "0.00", "0.00");
    }

    private static RemittedClaim paidByContract() {
        return remitted(answer(VISIT, "CO-45:2000"), answer(IMAGE, "CO-45:1000"));
    }

    private static void assertMoney(
            ClaimMoney money, String billed, String paid, String adjusted, String patient, String open) {
        assertThat(List.of(money.billed(), money.paid(), money.adjusted(), money.patient(), money.open()))
                .containsExactly(
                        Money.of(billed), Money.of(paid), Money.of(adjusted), Money.of(patient), Money.of(open));
    }
}
