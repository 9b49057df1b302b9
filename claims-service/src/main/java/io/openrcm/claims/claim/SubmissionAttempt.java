package io.openrcm.claims.claim;

import io.openrcm.events.AttemptId;
import io.openrcm.events.ClaimId;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One sending of a claim version and what came back for it. */
@Entity
@Table(name = "submission_attempt")
public class SubmissionAttempt {

    /** The last word on an attempt. */
    public enum Answer {
        NOT_SENDABLE,
        ACCEPTED,
        REJECTED
    }

    @Id
    private UUID id;

    private UUID claimId;

    @SuppressWarnings("UnusedVariable") // read by the database only
    private String facility;

    private int attempt;
    private int version;
    private Instant releasedAt;
    private @Nullable Instant transmittedAt;
    private @Nullable String interchange;
    private @Nullable LocalDate answerDueOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Answer answer;

    private @Nullable Instant answeredAt;

    protected SubmissionAttempt() {}

    SubmissionAttempt(ClaimReleased released, Instant releasedAt) {
        this.id = released.attemptId().value();
        this.claimId = released.claim().claimId().value();
        this.facility = released.claim().facility().value();
        this.attempt = released.attempt();
        this.version = released.claim().version();
        this.releasedAt = releasedAt;
    }

    void transmitted(Instant at, String underInterchange, LocalDate dueOn) {
        transmittedAt = at;
        interchange = underInterchange;
        answerDueOn = dueOn;
    }

    void answered(Answer given, Instant at) {
        answer = given;
        answeredAt = at;
    }

    public AttemptId attemptId() {
        return new AttemptId(id);
    }

    public ClaimId claimId() {
        return new ClaimId(claimId);
    }

    public int attempt() {
        return attempt;
    }

    public int version() {
        return version;
    }

    public Instant releasedAt() {
        return releasedAt;
    }

    public @Nullable Instant transmittedAt() {
        return transmittedAt;
    }

    /** The control number of the interchange that carried it. */
    public @Nullable String interchange() {
        return interchange;
    }

    public @Nullable LocalDate answerDueOn() {
        return answerDueOn;
    }

    public @Nullable Answer answer() {
        return answer;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }
}
