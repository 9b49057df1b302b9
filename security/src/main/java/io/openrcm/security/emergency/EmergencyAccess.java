package io.openrcm.security.emergency;

import io.openrcm.security.access.Caller;
import io.openrcm.security.access.Facilities;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's access to the records of other facilities for a short time and a stated reason, agreed to by a second person and looked at
 * afterwards (45 CFR 164.312(a)(2)(ii), emergency access procedure). It widens the facilities and nothing else: no role is added.
 */
@Entity
@Table(name = "emergency_access")
public class EmergencyAccess {

    /** No emergency lasts longer; whoever needs more asks again. */
    public static final Duration LONGEST = Duration.ofMinutes(60);

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private EmergencyStatus status;

    @Column(name = "requested_by")
    private String requestedBy;

    @Column(name = "requester_id")
    private String requesterId;

    private String reason;
    private String facilities;
    private int minutes;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decider_id")
    private @Nullable String deciderId;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "reviewed_by")
    private @Nullable String reviewedBy;

    @Column(name = "reviewed_at")
    private @Nullable Instant reviewedAt;

    @Column(name = "review_note")
    private @Nullable String reviewNote;

    @Version
    private int revision;

    protected EmergencyAccess() {}

    EmergencyAccess(UUID id, Caller requester, EmergencyRequest request, Instant now) {
        this.id = id;
        this.status = EmergencyStatus.REQUESTED;
        this.requestedBy = requester.name();
        this.requesterId = requester.id();
        this.reason = request.reason();
        this.facilities = String.join(",", request.facilities());
        this.minutes = request.minutes();
        this.requestedAt = now;
    }

    void approve(Caller second, Instant now) {
        decide(EmergencyTransition.APPROVE, second, now);
        expiresAt = now.plus(Duration.ofMinutes(minutes));
    }

    void refuse(Caller second, Instant now) {
        decide(EmergencyTransition.REFUSE, second, now);
    }

    private void decide(EmergencyTransition decision, Caller second, Instant now) {
        requireAnother(second);
        move(decision);
        decidedBy = second.name();
        deciderId = second.id();
        decidedAt = now;
    }

    /** Given back by the one who has it. */
    void end(Caller caller, Instant now) {
        if (!caller.id().equals(requesterId)) {
            throw new EmergencyRefused(EmergencyRefused.Because.NOT_YOURS);
        }
        requireUnderWay(now);
        move(EmergencyTransition.END);
        expiresAt = now;
    }

    /** Looked at, once it is over, by somebody who did not use it. */
    void review(Caller reviewer, String note, Instant now) {
        requireAnother(reviewer);
        if (isUnderWay(now)) {
            throw new EmergencyRefused(EmergencyRefused.Because.STILL_UNDER_WAY);
        }
        move(EmergencyTransition.REVIEW);
        reviewedBy = reviewer.name();
        reviewedAt = now;
        reviewNote = note;
    }

    /** The caller with the facilities of this access, if it is theirs and holds now. */
    Caller elevate(Caller caller, Instant now) {
        if (!caller.id().equals(requesterId)) {
            throw new EmergencyRefused(EmergencyRefused.Because.NOT_YOURS);
        }
        requireUnderWay(now);
        return caller.elevated(id, Facilities.of(facilities()));
    }

    private void requireUnderWay(Instant now) {
        if (!isUnderWay(now)) {
            throw new EmergencyRefused(EmergencyRefused.Because.NOT_UNDER_WAY);
        }
    }

    /** Approved, and its time is not over. */
    public boolean isUnderWay(Instant now) {
        return status == EmergencyStatus.APPROVED && expiresAt != null && now.isBefore(expiresAt);
    }

    private void requireAnother(Caller caller) {
        if (caller.id().equals(requesterId)) {
            throw new EmergencyRefused(EmergencyRefused.Because.OWN_REQUEST);
        }
    }

    private void move(EmergencyTransition transition) {
        if (!transition.isPossibleFrom(status)) {
            throw new EmergencyRefused(EmergencyRefused.Because.WRONG_STATE);
        }
        status = transition.to();
    }

    public UUID id() {
        return id;
    }

    public Set<String> facilities() {
        return Set.copyOf(Arrays.asList(facilities.split(",")));
    }

    /** As people are shown it. */
    public EmergencyView view() {
        return new EmergencyView(
                id,
                status,
                requestedBy,
                reason,
                facilities(),
                minutes,
                requestedAt,
                decidedBy,
                decidedAt,
                expiresAt,
                reviewedBy,
                reviewedAt,
                reviewNote);
    }
}
