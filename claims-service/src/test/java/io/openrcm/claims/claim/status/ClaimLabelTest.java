package io.openrcm.claims.claim.status;

import static io.openrcm.claims.claim.status.AcknowledgmentStatus.ACCEPTED;
import static io.openrcm.claims.claim.status.AcknowledgmentStatus.NONE;
import static io.openrcm.claims.claim.status.AdjudicationStatus.DENIED;
import static io.openrcm.claims.claim.status.AdjudicationStatus.PAID;
import static io.openrcm.claims.claim.status.AdjudicationStatus.PARTIALLY_PAID;
import static io.openrcm.claims.claim.status.AdjudicationStatus.REVERSED;
import static io.openrcm.claims.claim.status.AdjudicationStatus.UNADJUDICATED;
import static io.openrcm.claims.claim.status.VersionStatus.DRAFT;
import static io.openrcm.claims.claim.status.VersionStatus.HELD;
import static io.openrcm.claims.claim.status.VersionStatus.RELEASED;
import static io.openrcm.claims.claim.status.VersionStatus.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.Money;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ClaimLabelTest {

    private static final OpenMoney ALL = open("100.00", "0.00", "0.00");
    private static final OpenMoney NOTHING = open("0.00", "0.00", "0.00");
    private static final OpenMoney PATIENT = open("0.00", "0.00", "20.00");
    private static final OpenMoney NEXT = open("0.00", "20.00", "5.00");

    @Example
    void beforeItLeavesOurOwnStatusIsAllThereIs() {
        assertThat(label(DRAFT, NONE, UNADJUDICATED, AppealStatus.NONE, ALL)).isEqualTo(ClaimLabel.NOT_READY);
        assertThat(label(HELD, ACCEPTED, DENIED, AppealStatus.FILED, ALL)).isEqualTo(ClaimLabel.ON_HOLD);
        assertThat(label(RELEASED, NONE, UNADJUDICATED, AppealStatus.NONE, ALL)).isEqualTo(ClaimLabel.SENT);
    }

    @Example
    void untilADecisionTheAcknowledgmentTells() {
        assertThat(acknowledged(NONE)).isEqualTo(ClaimLabel.SENT);
        assertThat(acknowledged(ACCEPTED)).isEqualTo(ClaimLabel.ACCEPTED_BY_PAYER);
        assertThat(acknowledged(AcknowledgmentStatus.PENDED)).isEqualTo(ClaimLabel.PENDED);
        assertThat(acknowledged(AcknowledgmentStatus.REJECTED)).isEqualTo(ClaimLabel.REJECTED);
    }

    @Example
    void afterADecisionTheMoneyTellsWhoOwes() {
        assertThat(decided(PAID, NOTHING)).isEqualTo(ClaimLabel.PAID);
        assertThat(decided(PAID, PATIENT)).isEqualTo(ClaimLabel.WITH_PATIENT);
        assertThat(decided(PAID, NEXT)).isEqualTo(ClaimLabel.WITH_NEXT_PAYER);
        assertThat(decided(PARTIALLY_PAID, ALL)).isEqualTo(ClaimLabel.PARTLY_PAID);
        assertThat(decided(DENIED, ALL)).isEqualTo(ClaimLabel.DENIED);
        assertThat(decided(DENIED, NOTHING)).isEqualTo(ClaimLabel.CLOSED);
        assertThat(decided(REVERSED, ALL)).isEqualTo(ClaimLabel.REVERSED);
    }

    @Example
    void anAppealIsSeenBeforeTheDenialItContests() {
        assertThat(label(SUBMITTED, ACCEPTED, DENIED, AppealStatus.FILED, ALL)).isEqualTo(ClaimLabel.IN_APPEAL);
    }

    @Property
    void everyCombinationThatCanBeHasALabel(
            @ForAll VersionStatus version,
            @ForAll AcknowledgmentStatus acknowledgment,
            @ForAll AdjudicationStatus adjudication,
            @ForAll AppealStatus appeal) {
        Assume.that(version != VersionStatus.SUPERSEDED);

        assertThat(label(version, acknowledgment, adjudication, appeal, ALL)).isNotNull();
    }

    @Property
    void whatAPayerStillOwesIsNeverCalledSettled(
            @ForAll AcknowledgmentStatus acknowledgment,
            @ForAll AdjudicationStatus adjudication,
            @ForAll AppealStatus appeal) {
        var label = label(SUBMITTED, acknowledgment, adjudication, appeal, ALL);

        assertThat(Set.of(ClaimLabel.PAID, ClaimLabel.CLOSED, ClaimLabel.WITH_PATIENT, ClaimLabel.WITH_NEXT_PAYER))
                .doesNotContain(label);
    }

    private static ClaimLabel acknowledged(AcknowledgmentStatus acknowledgment) {
        return label(SUBMITTED, acknowledgment, UNADJUDICATED, AppealStatus.NONE, ALL);
    }

    private static ClaimLabel decided(AdjudicationStatus adjudication, OpenMoney open) {
        return label(SUBMITTED, ACCEPTED, adjudication, AppealStatus.NONE, open);
    }

    private static ClaimLabel label(
            VersionStatus version,
            AcknowledgmentStatus acknowledgment,
            AdjudicationStatus adjudication,
            AppealStatus appeal,
            OpenMoney open) {
        return ClaimLabel.of(new ClaimAxes(version, acknowledgment, adjudication, appeal), open);
    }

    private static OpenMoney open(String payer, String nextPayer, String patient) {
        return new OpenMoney(Money.of(payer), Money.of(nextPayer), Money.of(patient));
    }
}
