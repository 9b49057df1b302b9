package io.openrcm.claims.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrcm.claims.ClaimsProblem;
import io.openrcm.claims.claim.Claim;
import io.openrcm.claims.claim.ClaimNews;
import io.openrcm.claims.claim.Claims;
import io.openrcm.claims.correction.CorrectClaim;
import io.openrcm.claims.correction.CorrectClaim.Outcome;
import io.openrcm.claims.scrubbing.ReleaseHeldClaim;
import io.openrcm.events.InvalidValue;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.followup.FollowUpEvent.FieldCorrection;
import io.openrcm.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a biller does to a claim. */
@ApplicationScoped
public class ClaimCommands {

    private static final int MAX_NAME_LENGTH = 100;
    private static final int MAX_REASON_LENGTH = 400;

    /** A request to correct; each value is the new JSON at its field, and a missing one removes the field. */
    public record Corrections(
            List<Change> corrections,
            String correctedBy,
            @Nullable String note) {

        public Corrections {
            corrections = List.copyOf(corrections);
            requireText(correctedBy, MAX_NAME_LENGTH);
            if (note != null) {
                requireText(note, MAX_REASON_LENGTH);
            }
        }

        /** {@code field} is a JSON pointer into the claim's content. */
        public record Change(
                String field,

                @Schema(implementation = Object.class, description = "any JSON value") @Nullable
                JsonNode value) {}
    }

    /** A request to let a held claim go although edits fired. */
    public record Release(String releasedBy, String reason) {

        public Release {
            requireText(releasedBy, MAX_NAME_LENGTH);
            requireText(reason, MAX_REASON_LENGTH);
        }
    }

    private static void requireText(String text, int length) {
        if (text.isBlank() || text.length() > length) {
            throw new InvalidValue("TEXT_LENGTH", "1 to " + length + " characters, not only blanks");
        }
    }

    private final Claims claims;
    private final CorrectClaim correctClaim;
    private final ReleaseHeldClaim releaseHeldClaim;
    private final ClaimNews news;

    public ClaimCommands(Claims claims, CorrectClaim correctClaim, ReleaseHeldClaim releaseHeldClaim, ClaimNews news) {
        this.claims = claims;
        this.correctClaim = correctClaim;
        this.releaseHeldClaim = releaseHeldClaim;
        this.news = news;
    }

    void correct(Cause cause, Claim claim, Corrections request) {
        var corrections = request.corrections().stream()
                .map(change -> new FieldCorrection(change.field(), text(change.value())))
                .toList();
        if (corrections.isEmpty()) {
            throw new Problem(ClaimsProblem.CORRECTION_CHANGES_NOTHING, "Name at least one field.");
        }
        news.note(
                cause,
                claim,
                "CorrectionRequested",
                corrections.size() + " corrections by " + request.correctedBy() + noted(request.note()));
        switch (correctClaim.correct(cause, claim, corrections)) {
            case Outcome.Corrected _ -> claims.flush();
            case Outcome.NotPossible notPossible ->
                throw new Problem(ClaimsProblem.CLAIM_NOT_CORRECTABLE, notPossible.because());
            case Outcome.Refused refused ->
                throw new Problem(ClaimsProblem.VALUE_REFUSED, "Nothing was changed.", refused.errors());
        }
    }

    private static String noted(@Nullable String note) {
        return note == null ? "." : ": " + note;
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null || value.isNull() ? null : value.toString();
    }

    void release(Cause cause, Claim claim, Release request) {
        releaseHeldClaim.release(cause, claim, request.releasedBy(), request.reason());
        claims.flush();
    }
}
