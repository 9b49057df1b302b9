package io.openrcm.claims.correction;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrcm.claims.claim.Claim;
import io.openrcm.claims.claim.Claims;
import io.openrcm.claims.coordination.Masters;
import io.openrcm.claims.scrubbing.ScrubClaim;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.Frequency;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.followup.FollowUpEvent.FieldCorrection;
import io.openrcm.events.protection.Part2;
import io.openrcm.rest.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts corrections into a claim and lets the edits look at it again. The claim is locked by the caller. */
@ApplicationScoped
public class CorrectClaim {

    /** What came of it. */
    public sealed interface Outcome {
        /** The claim has a corrected content; it was held or released by the edits. */
        record Corrected() implements Outcome {}

        /** The claim as it stands takes no correction. */
        record NotPossible(String because) implements Outcome {}

        /** A field or a value was refused; the claim is unchanged. */
        record Refused(List<FieldError> errors, CorrectionWay way) implements Outcome {}
    }

    private final Claims claims;
    private final Masters masters;
    private final ScrubClaim scrubClaim;
    private final FieldChanges changes;
    private final Clock clock;

    public CorrectClaim(Claims claims, Masters masters, ScrubClaim scrubClaim, ObjectMapper strict, Clock clock) {
        this.claims = claims;
        this.masters = masters;
        this.scrubClaim = scrubClaim;
        this.changes = new FieldChanges(strict);
        this.clock = clock;
    }

    public Outcome correct(Cause cause, Claim claim, List<FieldCorrection> corrections) {
        var way = CorrectionWay.of(claim.standing().axes());
        if (way instanceof CorrectionWay.NotPossible(String because)) {
            return new Outcome.NotPossible(because);
        }
        return switch (changes.apply(next(claim, way), corrections)) {
            case FieldChanges.Result.Refused refused -> new Outcome.Refused(refused.errors(), way);
            case FieldChanges.Result.Changed changed -> {
                redraft(claim, changed.content());
                scrubClaim.scrub(List.of(new ScrubClaim.Draft(claim, cause, false)));
                yield new Outcome.Corrected();
            }
        };
    }

    /** What a correction changes: the current content as the version that will go out. */
    static ClaimContent next(Claim claim, CorrectionWay way) {
        var content = claim.content();
        var frequency = way.frequency(content.frequency());
        var payerClaimNumber = frequency == Frequency.ORIGINAL
                ? null
                : claim.payerClaimNumber() == null ? content.payerClaimNumber() : claim.payerClaimNumber();
        return NextContent.of(content, claim.nextContentVersion(), frequency, payerClaimNumber, part2(claim));
    }

    /** A claim that got its label after it had left has none in its content yet. */
    private static @Nullable Part2 part2(Claim claim) {
        var label = claim.content().part2();
        return label == null && claim.header().underPart2() ? new Part2(null) : label;
    }

    void redraft(Claim claim, ClaimContent content) {
        var fileBy = masters.terms(content.destination().payer())
                .fileBy(content.type(), content.statementFrom(), content.statementThrough());
        if (claim.redraft(content, fileBy, clock.instant())) {
            claims.addVersion(claim);
        }
    }
}
