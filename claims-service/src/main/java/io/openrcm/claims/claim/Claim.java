package io.openrcm.claims.claim;

import io.openrcm.claims.claim.status.AcknowledgmentTransition;
import io.openrcm.claims.claim.status.AdjudicationStatus;
import io.openrcm.claims.claim.status.AdjudicationTransition;
import io.openrcm.claims.claim.status.AppealTransition;
import io.openrcm.claims.claim.status.OpenMoney;
import io.openrcm.claims.claim.status.VersionTransition;
import io.openrcm.events.AttemptId;
import io.openrcm.events.ClaimId;
import io.openrcm.events.ClaimNumber;
import io.openrcm.events.FacilityId;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimEvent.ClaimAcceptedByPayer;
import io.openrcm.events.claims.ClaimEvent.ClaimAppealed;
import io.openrcm.events.claims.ClaimEvent.ClaimHeld;
import io.openrcm.events.claims.ClaimEvent.ClaimRejectedByPayer;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.claims.ClaimEvent.ClaimSubmitted;
import io.openrcm.events.claims.ClaimEvent.HoldReason;
import io.openrcm.events.claims.ClaimEvent.PostBillChangeFound;
import io.openrcm.events.claims.ClaimHeader;
import io.openrcm.events.delivery.EventSource;
import io.openrcm.events.followup.FollowUpEvent.AppealFiled;
import io.openrcm.events.payer.PayerEvent.ClaimAccepted;
import io.openrcm.events.payer.PayerEvent.ClaimRejected;
import io.openrcm.events.payer.PayerEvent.ClaimTransmitted;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One claim through all its versions, at one payer sequence. It moves only by the transition tables, each axis by its own.
 * The row says nothing about the patient; that is in the content of its versions.
 */
@Entity
@Table(name = "claim")
public class Claim implements EventSource {

    @Id
    private UUID id;

    @Embedded
    private ClaimKeys keys;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "current_version_id")
    private ClaimVersion current;

    @Embedded
    private Standing standing;

    private @Nullable String payerClaimNumber;
    private int attempts;
    private long eventSeq;
    private int timelineEntries;
    private Instant builtAt;

    @Version
    private int revision;

    protected Claim() {}

    /** A first draft; {@code content} is version 1. */
    public Claim(ClaimId id, ClaimOrigin origin, ClaimContent content, LocalDate fileBy, Instant builtAt) {
        this.id = id.value();
        this.keys = new ClaimKeys(origin, content, fileBy);
        this.current = new ClaimVersion(id, origin.facility(), content, builtAt);
        this.standing = Standing.ofDraft(content.total());
        this.builtAt = builtAt;
    }

    /**
     * Takes another content before the edits run again. A version that has been released stays as it is, and the content
     * becomes the next version.
     *
     * @return whether that made a new version, which has to be saved
     */
    public boolean redraft(ClaimContent content, LocalDate fileByNow, Instant now) {
        var before = billed();
        boolean isNewVersion = current.isFrozen();
        if (isNewVersion) {
            standing.move(VersionTransition.SUPERSEDE);
            current.supersede(now);
            current = new ClaimVersion(claimId(), facility(), content, now);
        } else {
            standing.move(VersionTransition.REDRAFT);
            current.change(content);
        }
        if (content.version() != standing.version()) {
            throw new IllegalArgumentException("the content is not of the claim's next version");
        }
        keys.take(content, fileByNow);
        var open = standing.openMoney();
        standing.open(new OpenMoney(open.payer().plus(billed()).minus(before), open.nextPayer(), open.patient()));
        return isNewVersion;
    }

    /** The version number that a changed content must have. */
    public int nextContentVersion() {
        return current.isFrozen() ? version() + 1 : version();
    }

    public void builtFrom(int newSourceVersion, boolean underPart2) {
        keys.builtFrom(newSourceVersion, underPart2);
    }

    /** Stopped by our own edits. */
    public ClaimHeld hold(List<HoldReason> reasons) {
        standing.move(VersionTransition.HOLD);
        return new ClaimHeld(header(), reasons);
    }

    /** The gateway could not send it; nothing left. */
    public ClaimHeld refuse(List<HoldReason> reasons) {
        standing.move(VersionTransition.REFUSE);
        return new ClaimHeld(header(), reasons);
    }

    /** A new attempt with the current content, which is frozen from now on; the payer is asked afresh. */
    public ClaimReleased release(Instant now) {
        standing.move(VersionTransition.RELEASE);
        current.freeze(now);
        attempts++;
        return new ClaimReleased(header(), attemptId(attempts), attempts, content());
    }

    public ClaimSubmitted submit(ClaimTransmitted transmitted, LocalDate answerDueOn) {
        standing.move(VersionTransition.SUBMIT);
        return new ClaimSubmitted(header(), transmitted.attemptId(), transmitted.transmittedAt(), answerDueOn);
    }

    public ClaimAcceptedByPayer accept(ClaimAccepted accepted) {
        standing.move(AcknowledgmentTransition.ACCEPT);
        learn(accepted.payerClaimNumber());
        return new ClaimAcceptedByPayer(header(), accepted.attemptId(), accepted.payerClaimNumber());
    }

    public ClaimRejectedByPayer reject(ClaimRejected rejected) {
        standing.move(AcknowledgmentTransition.REJECT);
        return new ClaimRejectedByPayer(header(), rejected.attemptId(), rejected.reasons());
    }

    public ClaimAppealed appeal(AppealFiled filed) {
        standing.move(AppealTransition.FILE);
        return new ClaimAppealed(header(), filed.workItemId(), filed.level(), filed.filedOn());
    }

    /** What left under the label stays under it; what did not comes under it now if the encounter has. */
    public PostBillChangeFound changedAfterBilling(int newSourceVersion, boolean underPart2, Money billedNow) {
        keys.builtFrom(newSourceVersion, keys.underPart2() || underPart2);
        return new PostBillChangeFound(header(), newSourceVersion, billedNow);
    }

    /**
     * Takes the meaning of a posted remittance.
     *
     * @param open what is open now, from the ledger
     * @param owesNow the payer that owes, or the last one that did
     */
    public void decide(AdjudicationTransition move, OpenMoney open, PayerId owesNow, @Nullable String numberAtPayer) {
        learn(numberAtPayer);
        keys.owes(owesNow);
        standing.move(move, open);
    }

    /** Money moved without a decision of a payer. */
    public void reopen(OpenMoney open, PayerId owesNow) {
        keys.owes(owesNow);
        standing.open(open);
    }

    /** Keeps the payer's number for this claim, where it says one. */
    void learn(@Nullable String numberAtPayer) {
        if (numberAtPayer != null) {
            payerClaimNumber = numberAtPayer;
        }
    }

    @Override
    public UUID aggregateId() {
        return id;
    }

    @Override
    public FacilityId facility() {
        return keys.facility();
    }

    @Override
    public long nextEventSeq() {
        return ++eventSeq;
    }

    int nextTimelineEntry() {
        return ++timelineEntries;
    }

    public ClaimHeader header() {
        return keys.header(id, version());
    }

    public ClaimContent content() {
        return current.content();
    }

    public ClaimVersion currentVersion() {
        return current;
    }

    public ClaimId claimId() {
        return new ClaimId(id);
    }

    public ClaimNumber number() {
        return header().number();
    }

    public int version() {
        return standing.version();
    }

    /** The source version of the encounter that this claim knows of. */
    public int sourceVersion() {
        return keys.sourceVersion();
    }

    /** Who owes now. */
    public PayerId payer() {
        return keys.payer();
    }

    /** The payers of all coverages by rank. */
    public List<PayerId> payersInOrder() {
        return keys.payersInOrder();
    }

    /** The rank of the payer this claim was made for. */
    public int destinationRank() {
        return keys.destinationRank();
    }

    public Money billed() {
        return keys.billed();
    }

    public Standing standing() {
        return standing;
    }

    /** The latest decision on any version. */
    public AdjudicationStatus adjudication() {
        return standing.adjudication();
    }

    public @Nullable String payerClaimNumber() {
        return payerClaimNumber;
    }

    /** How often this claim was released. */
    public int attempts() {
        return attempts;
    }

    public AttemptId attemptId(int attempt) {
        return AttemptId.of(claimId(), attempt);
    }

    public boolean isCurrentAttempt(AttemptId attempt) {
        return attempt.equals(attemptId(attempts));
    }

    public Instant builtAt() {
        return builtAt;
    }

    /** Changes with every change of the claim. */
    public int revision() {
        return revision;
    }
}
