package io.openrcm.claims.claim;

import static io.openrcm.claims.ClaimContentFixture.outpatient;
import static io.openrcm.claims.ClaimContentFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openrcm.claims.EncounterFixture;
import io.openrcm.claims.FixedClock;
import io.openrcm.claims.claim.status.AdjudicationStatus;
import io.openrcm.claims.claim.status.AdjudicationTransition;
import io.openrcm.claims.claim.status.ClaimLabel;
import io.openrcm.claims.claim.status.OpenMoney;
import io.openrcm.claims.claim.status.VersionStatus;
import io.openrcm.events.FacilityId;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimEvent.HoldReason;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.events.followup.FollowUpEvent.AppealFiled;
import io.openrcm.events.payer.PayerEvent.ClaimAccepted;
import io.openrcm.events.payer.PayerEvent.ClaimRejected;
import io.openrcm.events.payer.PayerEvent.ClaimTransmitted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class ClaimTest {

    private static final LocalDate FILE_BY = LocalDate.of(2027, 9, 17);
    private static final PayerId PAYER = new PayerId("MERID");
    private static final OpenMoney ALL_DENIED = OpenMoney.withPayer(Money.of("1200.50"));
    private static final OpenMoney SETTLED = OpenMoney.withPayer(Money.ZERO);

    /** Whatever can happen to a claim from outside or inside. */
    enum Happens {
        HOLD,
        RELEASE,
        REFUSE,
        TRANSMIT,
        ACCEPT,
        REJECT,
        DENY,
        PAY,
        REVERSE,
        APPEAL,
        CORRECT
    }

    @Example
    void aReleasedContentNeverChangesAgain() {
        var claim = draft();
        var _ = claim.release(FixedClock.NOW);
        var frozen = claim.currentVersion();
        var _ = claim.refuse(reasons());

        boolean isNewVersion = claim.redraft(nextContent(claim), FILE_BY, FixedClock.NOW);

        assertThat(isNewVersion).isTrue();
        assertThat(frozen.content()).isEqualTo(outpatient());
        assertThat(frozen.supersededAt()).isEqualTo(FixedClock.NOW);
        assertThat(claim.version()).isEqualTo(2);
        assertThat(claim.currentVersion().isFrozen()).isFalse();
    }

    @Example
    void aDraftThatNobodySawChangesInPlace() {
        var claim = draft();
        var _ = claim.hold(reasons());
        var cheaper = with(outpatient(), "/lines/0/charge", "\"80.00\"");

        boolean isNewVersion = claim.redraft(cheaper, FILE_BY, FixedClock.NOW);

        assertThat(isNewVersion).isFalse();
        assertThat(claim.version()).isEqualTo(1);
        assertThat(claim.billed()).isEqualTo(Money.of("300.50"));
        assertThat(claim.standing().openMoney().payer()).isEqualTo(Money.of("300.50"));
    }

    @Example
    void aRemittanceMayOvertakeTheNewsOfTheSubmission() {
        var claim = draft();
        var _ = claim.release(FixedClock.NOW);

        claim.decide(AdjudicationTransition.PAY, SETTLED, PAYER, "ICN1");

        assertThat(claim.standing().axes().version()).isEqualTo(VersionStatus.SUBMITTED);
        assertThat(claim.standing().label()).isEqualTo(ClaimLabel.PAID);
    }

    @Example
    void aReplacementAwaitsItsOwnAnswer() {
        var claim = denied();
        assertThat(claim.redraft(nextContent(claim), FILE_BY, FixedClock.NOW)).isTrue();

        var _ = claim.release(FixedClock.NOW);

        assertThat(claim.adjudication()).isEqualTo(AdjudicationStatus.DENIED);
        assertThat(claim.standing().label()).isEqualTo(ClaimLabel.SENT);
    }

    @Example
    void aDecisionThatComesWhileTheReplacementIsStillHereIsAboutWhatWasSent() {
        var claim = denied();
        assertThat(claim.redraft(nextContent(claim), FILE_BY, FixedClock.NOW)).isTrue();
        var _ = claim.hold(reasons());

        claim.decide(AdjudicationTransition.PAY, SETTLED, PAYER, null);

        assertThat(claim.standing().label()).isEqualTo(ClaimLabel.ON_HOLD);
        assertThat(claim.standing().axes().adjudication()).isEqualTo(AdjudicationStatus.UNADJUDICATED);
    }

    @Example
    void aNewDecisionEndsTheAppeal() {
        var claim = denied();
        var _ = claim.appeal(appeal(claim));
        assertThat(claim.standing().label()).isEqualTo(ClaimLabel.IN_APPEAL);

        claim.decide(AdjudicationTransition.PAY, SETTLED, PAYER, null);

        assertThat(claim.standing().label()).isEqualTo(ClaimLabel.PAID);
    }

    @Example
    void aHeldClaimCannotBeSubmitted() {
        var claim = draft();
        var _ = claim.hold(reasons());

        assertThatThrownBy(() -> claim.submit(transmitted(claim), FILE_BY)).isInstanceOf(IllegalStateException.class);
        assertThat(claim.standing().label()).isEqualTo(ClaimLabel.ON_HOLD);
    }

    @Property(tries = 200)
    void whateverHappensEventsAndAttemptsAreCountedAndTheLabelFollows(@ForAll @Size(max = 30) List<Happens> story) {
        var claim = draft();
        var released = new ArrayList<UUID>();

        for (Happens next : story) {
            var before = claim.standing().axes();
            try {
                happen(claim, next, released);
            } catch (IllegalStateException _) {
                assertThat(claim.standing().axes()).isEqualTo(before);
            }
            assertThat(claim.standing().label())
                    .isEqualTo(ClaimLabel.of(
                            claim.standing().axes(), claim.standing().openMoney()));
        }

        assertThat(released).hasSize(claim.attempts()).doesNotHaveDuplicates();
        assertThat(claim.currentVersion().version()).isEqualTo(claim.version());
    }

    private static void happen(Claim claim, Happens next, List<UUID> released) {
        switch (next) {
            case HOLD -> claim.hold(reasons());
            case RELEASE ->
                released.add(claim.release(FixedClock.NOW).attemptId().value());
            case REFUSE -> claim.refuse(reasons());
            case TRANSMIT -> claim.submit(transmitted(claim), FILE_BY);
            case ACCEPT -> claim.accept(new ClaimAccepted(claim.claimId(), claim.attemptId(1), "ICN1", FixedClock.NOW));
            case REJECT ->
                claim.reject(new ClaimRejected(claim.claimId(), claim.attemptId(1), List.of(), FixedClock.NOW));
            case DENY -> claim.decide(AdjudicationTransition.DENY, ALL_DENIED, PAYER, "ICN1");
            case PAY -> claim.decide(AdjudicationTransition.PAY, SETTLED, PAYER, "ICN1");
            case REVERSE -> claim.decide(AdjudicationTransition.REVERSE, ALL_DENIED, PAYER, null);
            case APPEAL -> claim.appeal(appeal(claim));
            case CORRECT -> claim.redraft(nextContent(claim), FILE_BY, FixedClock.NOW);
        }
    }

    private static Claim draft() {
        var encounter = EncounterFixture.anEmergencyVisit();
        var origin = new ClaimOrigin(encounter.id(), new FacilityId("LAKESIDE"), 1);
        var id = ClaimOrigin.claimId(encounter.id(), ClaimType.INSTITUTIONAL, 1);
        return new Claim(id, origin, outpatient(), FILE_BY, FixedClock.NOW);
    }

    private static Claim denied() {
        var claim = draft();
        var _ = claim.release(FixedClock.NOW);
        var _ = claim.submit(transmitted(claim), FILE_BY);
        claim.decide(AdjudicationTransition.DENY, ALL_DENIED, PAYER, "ICN1");
        return claim;
    }

    private static ClaimContent nextContent(Claim claim) {
        return with(claim.content(), "/version", Integer.toString(claim.nextContentVersion()));
    }

    private static ClaimTransmitted transmitted(Claim claim) {
        return new ClaimTransmitted(claim.claimId(), claim.attemptId(1), "000000001", FixedClock.NOW);
    }

    private static AppealFiled appeal(Claim claim) {
        return new AppealFiled(claim.claimId(), UUID.randomUUID(), 1, LocalDate.of(2026, 11, 20), "biller");
    }

    private static List<HoldReason> reasons() {
        return List.of(new HoldReason("CE-020", "/coverages/0/memberId", "a member id is missing", "registration"));
    }
}
