package io.openrcm.coding.encounter;

import io.openrcm.coding.CodingProblem;
import io.openrcm.coding.codebook.CodeTable;
import io.openrcm.coding.edits.CodingGaps;
import io.openrcm.coding.edits.Judgement;
import io.openrcm.coding.encounter.Registration.Receipt;
import io.openrcm.coding.encounter.status.CodingStatus;
import io.openrcm.coding.encounter.status.CodingTransition;
import io.openrcm.coding.encounter.status.EncounterStatus;
import io.openrcm.coding.encounter.status.EncounterTransition;
import io.openrcm.coding.intake.EncounterContent;
import io.openrcm.coding.intake.Submission;
import io.openrcm.events.EncounterId;
import io.openrcm.events.FacilityId;
import io.openrcm.events.coding.CodedEncounter;
import io.openrcm.events.coding.CodingEvent.EncounterCoded;
import io.openrcm.events.delivery.EventSource;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.Problem;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One visit or stay through its life here: taken in, coded, released. */
@Entity
public class Encounter implements EventSource {

    @Id
    private UUID id;

    private String facility;
    private String sourceSystem;
    private String sourceEncounterId;

    @Embedded
    private SentContent sent;

    @Enumerated(EnumType.STRING)
    private EncounterStatus status = EncounterStatus.RECEIVED;

    @Enumerated(EnumType.STRING)
    private CodingStatus codingStatus = CodingStatus.UNCODED;

    private @Nullable String coder;

    @Embedded
    private CodingRecord record = new CodingRecord();

    private Instant receivedAt;
    private @Nullable Instant quarantinedAt;
    private long eventSeq;

    @Version
    private int revision;

    protected Encounter() {}

    /** The first sending of an encounter. */
    static Encounter receive(Submission.Accepted submission, Instant now) {
        Encounter encounter = new Encounter();
        encounter.id = submission.content().id().value();
        encounter.facility = submission.content().facility().value();
        encounter.sourceSystem = submission.content().source().system();
        encounter.sourceEncounterId = submission.content().source().encounterId();
        encounter.sent = SentContent.of(submission);
        encounter.receivedAt = now;
        return encounter;
    }

    /**
     * A later version of what the hospital sent. A coder's work is kept for the coder to look at, unless the new version is
     * fully coded itself.
     */
    void change(Submission.Accepted submission) {
        move(EncounterTransition.CHANGE);
        code(wasReleased() ? CodingTransition.REOPEN : CodingTransition.RESTART);
        coder = null;
        sent = SentContent.of(submission);
        if (CodingGaps.of(content().forBilling()).isEmpty()) {
            record.dropAssignment();
        }
    }

    /** Judges what was received: it goes on for billing, waits for a coder, waits in quarantine, or goes nowhere. */
    Optional<EncounterCoded> decide(CodeTable codes, Instant now) {
        if (!content().goesToAPayer()) {
            remember(List.of());
            move(EncounterTransition.EXCLUDE);
            return Optional.empty();
        }
        Judgement judgement = judge(codes);
        remember(judgement.problems());
        boolean isWithoutPerson = judgement.isComplete() && !record.hasAssignment();
        if (isWithoutPerson) {
            code(CodingTransition.COMPLETE);
        }
        if (!judgement.isUsable()) {
            move(EncounterTransition.QUARANTINE);
            quarantinedAt = now;
            return Optional.empty();
        }
        move(EncounterTransition.ACCEPT);
        return isWithoutPerson ? Optional.of(handOver()) : Optional.empty();
    }

    /** Judges again what waited in quarantine. */
    public Optional<EncounterCoded> retry(CodeTable codes, Instant now) {
        if (!EncounterTransition.RETRY.isPossibleFrom(status)) {
            throw new Problem(CodingProblem.NOT_QUARANTINED, "Its status is " + status + ".");
        }
        Instant since = quarantinedAt;
        move(EncounterTransition.RETRY);
        Optional<EncounterCoded> coded = decide(codes, now);
        if (status == EncounterStatus.QUARANTINED) {
            quarantinedAt = since;
        }
        return coded;
    }

    /** A coder begins; taking it twice is no error. */
    public void takeBy(String name) {
        if (codingStatus == CodingStatus.IN_CODING) {
            if (!name.equals(coder)) {
                throw new Problem(CodingProblem.TAKEN_BY_ANOTHER_CODER, "Ask for it to be handed back first.");
            }
            return;
        }
        requireBillable();
        code(CodingTransition.TAKE);
        coder = name;
    }

    public void handBack() {
        if (codingStatus == CodingStatus.IN_CODING && wasReleased()) {
            code(CodingTransition.REOPEN);
        } else {
            code(CodingTransition.HAND_BACK);
        }
        coder = null;
    }

    /** Keeps a coder's work; it may still have gaps. */
    public void assign(CodeAssignment assignment, CodeTable codes) {
        code(CodingTransition.ASSIGN);
        record.assign(id, assignment);
        remember(judge(codes).problems());
    }

    /** Hands the coder's finished work over for billing; refuses what is incomplete or cannot be billed. */
    public EncounterCoded release(CodeTable codes) {
        requireBillable();
        judge(codes).refuseUnlessReleasable();
        code(CodingTransition.COMPLETE);
        if (status == EncounterStatus.QUARANTINED) {
            move(EncounterTransition.RETRY);
            move(EncounterTransition.ACCEPT);
        }
        remember(List.of());
        return handOver();
    }

    private EncounterCoded handOver() {
        code(CodingTransition.VALIDATE);
        code(CodingTransition.RELEASE);
        return new EncounterCoded(encounterId(), coded());
    }

    private void requireBillable() {
        if (status == EncounterStatus.NOT_BILLABLE) {
            throw forbidden("Coding", status);
        }
    }

    private void move(EncounterTransition transition) {
        if (!transition.isPossibleFrom(status)) {
            throw forbidden(transition.name(), status);
        }
        status = transition.to();
        quarantinedAt = null;
    }

    private void code(CodingTransition transition) {
        if (!transition.isPossibleFrom(codingStatus)) {
            throw forbidden(transition.name(), codingStatus);
        }
        codingStatus = transition.to();
    }

    private static Problem forbidden(String move, Enum<?> status) {
        return new Problem(CodingProblem.STATUS_FORBIDS, move + " is not possible: its status is " + status + ".");
    }

    private Judgement judge(CodeTable codes) {
        return Judgement.of(coded(), codes);
    }

    private void remember(List<FieldError> found) {
        record.remember(id, found);
    }

    /** What was sent, with the coder's work laid over it. */
    public CodedEncounter coded() {
        CodedEncounter uncoded = content().forBilling();
        return codeAssignment().map(assignment -> assignment.applyTo(uncoded)).orElse(uncoded);
    }

    public EncounterContent content() {
        return sent.content(id);
    }

    public Optional<CodeAssignment> codeAssignment() {
        return record.codeAssignment(id);
    }

    public List<FieldError> problems() {
        return record.problems(id);
    }

    boolean hasContentOf(Submission.Accepted submission) {
        return sent.equalsContentOf(submission);
    }

    /** Whether billing heard of it before. */
    boolean wasReleased() {
        return eventSeq > 0;
    }

    void answerWith(Receipt answer) {
        record.answer(id, answer);
    }

    /** The answer to the sending of this version. */
    Receipt receipt() {
        return record.receipt(id, sent.sourceVersion());
    }

    public EncounterId encounterId() {
        return new EncounterId(id);
    }

    public EncounterStatus status() {
        return status;
    }

    public CodingStatus codingStatus() {
        return codingStatus;
    }

    public @Nullable String coder() {
        return coder;
    }

    public int sourceVersion() {
        return sent.sourceVersion();
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public @Nullable Instant quarantinedAt() {
        return quarantinedAt;
    }

    /** Rises with every change; the ETag. */
    public int revision() {
        return revision;
    }

    @Override
    public UUID aggregateId() {
        return id;
    }

    @Override
    public FacilityId facility() {
        return new FacilityId(facility);
    }

    @Override
    public long nextEventSeq() {
        return ++eventSeq;
    }

    @Override
    public String toString() {
        return "Encounter[" + facility + "/" + sourceSystem + "/" + sourceEncounterId + "]";
    }
}
