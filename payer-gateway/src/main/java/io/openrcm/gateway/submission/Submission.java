package io.openrcm.gateway.submission;

import io.openrcm.events.AttemptId;
import io.openrcm.events.ClaimId;
import io.openrcm.events.FacilityId;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.events.payer.PayerEvent.Refusal;
import io.openrcm.gateway.exchange.Audience;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One sending of one claim version. A retry is another submission, with an attempt id of its own. */
@Entity
@Table(name = "submission")
public class Submission {

    @Id
    @Column(name = "attempt_id")
    private UUID attemptId;

    @Column(name = "claim_id")
    private UUID claimId;

    @Column(name = "claim_number")
    private String claimNumber;

    private int version;

    private int attempt;

    private String facility;

    @Column(name = "payer_id")
    private String payerId;

    @Column(name = "billing_npi")
    private String billingNpi;

    @Column(name = "partner_id")
    private @Nullable String partnerId;

    @Enumerated(EnumType.STRING)
    private ClaimType type;

    @Column(name = "charged_cents")
    private long chargedCents;

    @Enumerated(EnumType.STRING)
    private SubmissionStatus status = SubmissionStatus.QUEUED;

    /** The database's word for the status, for its index of what waits. */
    @Column(insertable = false, updatable = false)
    private boolean queued;

    @Column(name = "queued_at")
    private Instant queuedAt;

    @Column(name = "queue_position", insertable = false, updatable = false)
    private long queuePosition;

    @Column(name = "interchange_id")
    private @Nullable UUID interchangeId;

    @Column(name = "set_control")
    private @Nullable String setControl;

    @Column(name = "segment_ordinal")
    private @Nullable Integer segmentOrdinal;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "answered_by")
    @Enumerated(EnumType.STRING)
    private @Nullable Answerer answeredBy;

    @Column(name = "payer_claim_number")
    private @Nullable String payerClaimNumber;

    @Enumerated(EnumType.STRING)
    private @Nullable Refusal refusal;

    @Column(name = "missing_in_answer")
    private boolean missingInAnswer;

    /** Set later by one statement for all of a claim's sendings; who has loaded one before does not take it back. */
    @Column(updatable = false)
    private boolean part2;

    protected Submission() {}

    Submission(ClaimReleased released, Instant queuedAt) {
        var content = released.content();
        this.attemptId = released.attemptId().value();
        this.claimId = released.claim().claimId().value();
        this.claimNumber = content.number().value();
        this.version = content.version();
        this.attempt = released.attempt();
        this.facility = released.claim().facility().value();
        this.payerId = content.destination().payer().value();
        this.billingNpi = content.billingProvider().npi().value();
        this.type = content.type();
        this.chargedCents = content.total().cents();
        this.queuedAt = queuedAt;
        this.part2 = released.claim().underPart2();
    }

    private boolean move(SubmissionTransition transition) {
        if (!transition.leavesFrom(status)) {
            return false;
        }
        status = transition.to();
        return true;
    }

    void routeThrough(String tradingPartner) {
        partnerId = tradingPartner;
    }

    void refuse(Refusal because) {
        refusal = because;
        require(SubmissionTransition.REFUSE);
    }

    /** Its place in the interchange that carries it: the transaction set, and the segment with which the claim begins there, counted from 1. */
    public void prepare(UUID interchange, String set, int segment) {
        interchangeId = interchange;
        setControl = set;
        segmentOrdinal = segment;
        require(SubmissionTransition.PREPARE);
    }

    /** Its file has left; files of many claims are moved by {@link Submissions#moveAll} instead. */
    void deliver() {
        require(SubmissionTransition.DELIVER);
    }

    /** True where this is news: taken in for adjudication, or now known by a number of the payer's. */
    public boolean accept(Answerer by, @Nullable String number, Instant at) {
        boolean newNumber = number != null && !number.equals(payerClaimNumber);
        boolean afterAll = status == SubmissionStatus.REJECTED && by.outranks(Objects.requireNonNull(answeredBy));
        boolean moved = move(afterAll ? SubmissionTransition.ACCEPT_AFTER_ALL : SubmissionTransition.ACCEPT);
        if (!moved && !(newNumber && status == SubmissionStatus.ACCEPTED)) {
            return false;
        }
        payerClaimNumber = newNumber ? number : payerClaimNumber;
        answer(by, at);
        return true;
    }

    /** True where this is news: nobody has refused it before. */
    public boolean reject(Answerer by, Instant at) {
        if (!move(SubmissionTransition.REJECT)) {
            return false;
        }
        answer(by, at);
        return true;
    }

    public void forward(Instant at) {
        if (move(SubmissionTransition.FORWARD)) {
            answer(Answerer.CLEARINGHOUSE, at);
        }
    }

    /** True where this is news: the file's syntax took the claim down with it. */
    public boolean rejectSyntax(Instant at) {
        boolean moved = move(SubmissionTransition.REJECT_SYNTAX);
        answeredAt = moved ? at : answeredAt;
        return moved;
    }

    /** True where this is news: the whole interchange was refused. */
    public boolean rejectEnvelope(Instant at) {
        boolean moved = move(SubmissionTransition.REJECT_ENVELOPE);
        answeredAt = moved ? at : answeredAt;
        return moved;
    }

    /** The partner answered the batch without a word about this claim; true where nobody has said one before. */
    public boolean passOver() {
        missingInAnswer = answeredAt == null;
        return missingInAnswer;
    }

    private void answer(Answerer by, Instant at) {
        answeredAt = at;
        answeredBy = by;
        missingInAnswer = false;
    }

    private void require(SubmissionTransition transition) {
        if (!move(transition)) {
            throw new IllegalStateException(transition + " is no move of a submission that is " + status);
        }
    }

    public AttemptId attemptId() {
        return new AttemptId(attemptId);
    }

    public ClaimId claimId() {
        return new ClaimId(claimId);
    }

    public String claimNumber() {
        return claimNumber;
    }

    public FacilityId facility() {
        return new FacilityId(facility);
    }

    /** Who may see it. */
    public Audience audience() {
        return new Audience(Set.of(facility()), part2);
    }

    public PayerId payer() {
        return new PayerId(payerId);
    }

    public String billingNpi() {
        return billingNpi;
    }

    public ClaimType type() {
        return type;
    }

    public long chargedCents() {
        return chargedCents;
    }

    public SubmissionStatus status() {
        return status;
    }

    public @Nullable String setControl() {
        return setControl;
    }

    public @Nullable Integer segmentOrdinal() {
        return segmentOrdinal;
    }

    long queuePosition() {
        return queuePosition;
    }

    /** As the list of submissions shows it. */
    SubmissionView view() {
        return new SubmissionView(
                new AttemptId(attemptId),
                new ClaimId(claimId),
                claimNumber,
                version,
                attempt,
                facility,
                payerId,
                partnerId,
                status,
                queuedAt,
                interchangeId,
                setControl,
                answeredAt,
                payerClaimNumber,
                refusal,
                missingInAnswer,
                part2 ? Boolean.TRUE : null);
    }
}
