package io.openrcm.claims.claim;

import io.openrcm.claims.claim.status.AcknowledgmentStatus;
import io.openrcm.claims.claim.status.AcknowledgmentTransition;
import io.openrcm.claims.claim.status.AdjudicationStatus;
import io.openrcm.claims.claim.status.AdjudicationTransition;
import io.openrcm.claims.claim.status.AppealStatus;
import io.openrcm.claims.claim.status.AppealTransition;
import io.openrcm.claims.claim.status.ClaimAxes;
import io.openrcm.claims.claim.status.ClaimLabel;
import io.openrcm.claims.claim.status.OpenMoney;
import io.openrcm.claims.claim.status.VersionStatus;
import io.openrcm.claims.claim.status.VersionTransition;
import io.openrcm.events.Money;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Where a claim stands on each axis and what is open of it; the label follows from these after every move. */
@Embeddable
public class Standing {

    private int version;

    @Enumerated(EnumType.STRING)
    private VersionStatus versionStatus;

    @Enumerated(EnumType.STRING)
    private AcknowledgmentStatus acknowledgment;

    @Enumerated(EnumType.STRING)
    private AdjudicationStatus adjudication;

    private int adjudicatedVersion;

    @Enumerated(EnumType.STRING)
    private AppealStatus appeal;

    private long openPayerCents;
    private long openNextPayerCents;
    private long openPatientCents;

    @Enumerated(EnumType.STRING)
    private ClaimLabel label;

    protected Standing() {}

    static Standing ofDraft(Money billed) {
        var standing = new Standing();
        standing.version = 1;
        standing.versionStatus = VersionStatus.DRAFT;
        standing.acknowledgment = AcknowledgmentStatus.NONE;
        standing.adjudication = AdjudicationStatus.UNADJUDICATED;
        standing.appeal = AppealStatus.NONE;
        standing.open(OpenMoney.withPayer(billed));
        return standing;
    }

    void move(VersionTransition transition) {
        versionStatus = transition.after(versionStatus);
        if (transition == VersionTransition.RELEASE) {
            acknowledgment = AcknowledgmentTransition.ASK_AGAIN.after(acknowledgment);
        }
        if (transition == VersionTransition.SUPERSEDE) {
            version++;
            versionStatus = VersionStatus.DRAFT;
        }
        relabel();
    }

    void move(AcknowledgmentTransition transition) {
        acknowledgment = transition.after(acknowledgment);
        relabel();
    }

    void move(AppealTransition transition) {
        appeal = transition.after(appeal);
        relabel();
    }

    /**
     * Takes a decision. It is about the version that is outside: a replacement that has not left cannot have been decided.
     * A remittance may overtake what came before it; the earlier steps are then inferred.
     */
    void move(AdjudicationTransition transition, OpenMoney openNow) {
        adjudication = transition.after(adjudication);
        if (versionStatus == VersionStatus.RELEASED) {
            versionStatus = VersionTransition.SUBMIT.after(versionStatus);
        }
        if (transition != AdjudicationTransition.REVERSE) {
            adjudicatedVersion = versionStatus == VersionStatus.SUBMITTED ? version : version - 1;
            if (appeal == AppealStatus.FILED) {
                appeal = AppealTransition.DECIDE.after(appeal);
            }
        }
        open(openNow);
    }

    final void open(OpenMoney openNow) {
        openPayerCents = openNow.payer().cents();
        openNextPayerCents = openNow.nextPayer().cents();
        openPatientCents = openNow.patient().cents();
        relabel();
    }

    private void relabel() {
        label = ClaimLabel.of(axes(), openMoney());
    }

    public ClaimAxes axes() {
        var decided = adjudicatedVersion == version ? adjudication : AdjudicationStatus.UNADJUDICATED;
        return new ClaimAxes(versionStatus, acknowledgment, decided, appeal);
    }

    public OpenMoney openMoney() {
        return new OpenMoney(
                Money.ofCents(openPayerCents), Money.ofCents(openNextPayerCents), Money.ofCents(openPatientCents));
    }

    public int version() {
        return version;
    }

    /** The latest decision on any version. */
    public AdjudicationStatus adjudication() {
        return adjudication;
    }

    public ClaimLabel label() {
        return label;
    }
}
