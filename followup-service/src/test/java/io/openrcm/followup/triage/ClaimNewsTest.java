package io.openrcm.followup.triage;

import static io.openrcm.followup.ClaimEventFixture.aClaim;
import static io.openrcm.followup.ClaimEventFixture.denied;
import static io.openrcm.followup.ClaimEventFixture.excepted;
import static io.openrcm.followup.ClaimEventFixture.paid;
import static io.openrcm.followup.ClaimEventFixture.rejected;
import static io.openrcm.followup.ClaimEventFixture.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ClaimEvent;
import io.openrcm.events.claims.ClaimEvent.ExceptionKind;
import io.openrcm.events.claims.ClaimEvent.PostBillChangeFound;
import io.openrcm.events.claims.ClaimEvent.ResponsibilityMoved;
import io.openrcm.events.claims.ClaimHeader;
import io.openrcm.followup.ClaimEventFixture;
import io.openrcm.followup.denial.DenialReasons;
import io.openrcm.followup.triage.Triage.OpenItem;
import io.openrcm.followup.triage.Triage.StartClock;
import io.openrcm.followup.triage.Triage.StopClock;
import io.openrcm.followup.workitem.NextStep;
import io.openrcm.followup.workitem.Task;
import io.openrcm.followup.workitem.WorkItemKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimNewsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final ClaimNews claimNews = new ClaimNews(DenialReasons.shipped());
    private final ClaimHeader claim = aClaim("A");

    @Test
    void submittingStartsTheNoResponseClock() {
        assertThat(triage(submitted(claim))).contains(new StartClock(LocalDate.of(2026, 12, 23)));
    }

    @Test
    void aRejectionIsToBeCorrectedBeforeTheFilingLimitAndCannotBeAppealed() {
        Task item = item(rejected(claim));

        assertThat(item.kind()).isEqualTo(WorkItemKind.REJECTION);
        assertThat(item.nextStep()).isEqualTo(NextStep.CORRECT_AND_RESUBMIT);
        assertThat(item.deadlineOn()).isEqualTo(ClaimEventFixture.FILE_BY);
        assertThat(item.reasonCode()).isEqualTo("A7:164");
        assertThat(item.amount()).isEqualTo(Money.of("250.00"));
    }

    @Test
    void aDenialForMissingAuthorizationAsksForTheAuthorizationByTheAppealDeadline() {
        Task item = item(denied(claim, "197"));

        assertThat(item.kind()).isEqualTo(WorkItemKind.DENIAL);
        assertThat(item.nextStep()).isEqualTo(NextStep.OBTAIN_AUTHORIZATION);
        assertThat(item.deadlineOn()).isEqualTo(ClaimEventFixture.APPEAL_BY);
    }

    @Test
    void aDenialCodeThatNobodyKnowsGoesToAPerson() {
        assertThat(item(denied(claim, "ZZ9")).nextStep()).isEqualTo(NextStep.REVIEW);
    }

    @Test
    void aPaymentStopsTheClockAndOpensNothing() {
        assertThat(triage(paid(claim))).contains(new StopClock()).noneMatch(OpenItem.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource(ExceptionKind.class)
    void everyKindOfRemittanceExceptionBecomesAnItem(ExceptionKind kind) {
        Task item = item(excepted("R", kind));

        assertThat(item.kind()).isEqualTo(WorkItemKind.REMITTANCE_EXCEPTION);
        assertThat(item.reasonCode()).isEqualTo(kind.name());
        assertThat(item.amount()).isEqualTo(Money.of("1000.00"));
    }

    @Test
    void theNextPayerIsBilledByUsOnlyIfTheClaimWasNotForwarded() {
        PayerId granite = new PayerId("GRANI");

        assertThat(triage(new ResponsibilityMoved(claim, granite, Money.of("50.00"), true)))
                .isEmpty();
        assertThat(item(new ResponsibilityMoved(claim, granite, Money.of("50.00"), false))
                        .subject()
                        .payer())
                .isEqualTo(granite);
        assertThat(triage(new ResponsibilityMoved(claim, null, Money.of("50.00"), false)))
                .isEmpty();
    }

    @Test
    void aChangeAfterBillingIsWorthTheDifference() {
        Task item = item(new PostBillChangeFound(claim, 2, Money.of("300.00")));

        assertThat(item.amount()).isEqualTo(Money.of("50.00"));
        assertThat(item.deadlineOn()).isEqualTo(TODAY.plusDays(30));
    }

    private List<Triage> triage(ClaimEvent news) {
        return claimNews.triage(news, TODAY);
    }

    private Task item(ClaimEvent news) {
        return triage(news).stream()
                .filter(OpenItem.class::isInstance)
                .map(OpenItem.class::cast)
                .map(OpenItem::task)
                .findFirst()
                .orElseThrow();
    }
}
