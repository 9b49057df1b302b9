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
import io.openrcm.security.access.Acting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a biller does to a claim; who it is stands in the token. */
@ApplicationScoped
public class ClaimCommands {

    private static final int MAX_TEXT_LENGTH = 400;

    /** A request to correct; each value is the new JSON at its field, and a missing one removes the field. */
    public record Corrections(
            List<Change> corrections, @Nullable String note) {

        public Corrections {
            corrections = List.copyOf(corrections);
            if (note != null) {
                requireText(note);
            }
        }

        /** {@code field} is a JSON pointer into the claim's content. */
        public record Change(
                String field,

                @Schema(implementation = Object.class, description = "any JSON value") @Nullable
                JsonNode value) {}
    }

    /** A request to let a held claim go although edits fired. */
    public record Release(String reason) {

        public Release {
            requireText(reason);
        }
    }

    private static void requireText(String text) {
        if (text.isBlank() || text.length() > MAX_TEXT_LENGTH) {
            throw new InvalidValue("TEXT_LENGTH", "1 to " + MAX_TEXT_LENGTH + " characters, not only blanks");
        }
    }

    private final Claims claims;
    private final CorrectClaim correctClaim;
    private final ReleaseHeldClaim releaseHeldClaim;
    private final ClaimNews news;
    private final Acting acting;

    public ClaimCommands(
            Claims claims,
            CorrectClaim correctClaim,
            ReleaseHeldClaim releaseHeldClaim,
            ClaimNews news,
            Acting acting) {
        this.claims = claims;
        this.correctClaim = correctClaim;
        this.releaseHeldClaim = releaseHeldClaim;
        this.news = news;
        this.acting = acting;
    }

    void correct(Cause cause, Claim claim, Corrections request) {
        var corrections = request.corrections().stream()
                .map(change -> new FieldCorrection(change.field(), text(change.value())))
                .toList();
        if (corrections.isEmpty()) {
            throw new Problem(ClaimsProblem.CORRECTION_CHANGES_NOTHING, "Name at least one field.");
        }
        news.noteWritten(
                cause,
                claim,
                "CorrectionRequested",
                corrections.size() + " corrections by " + acting.known().name() + noted(request.note()));
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
        releaseHeldClaim.release(cause, claim, acting.known().name(), request.reason());
        claims.flush();
    }
}
