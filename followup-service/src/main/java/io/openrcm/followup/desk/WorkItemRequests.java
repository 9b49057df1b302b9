package io.openrcm.followup.desk;

import io.openrcm.events.followup.FollowUpEvent.FieldCorrection;
import io.openrcm.followup.workitem.Resolution;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies that a person's acts on a work item are sent in; who it is stands in the token. */
public final class WorkItemRequests {

    private static final int MAX_TEXT = 4_000;
    private static final int MAX_LEASE_MINUTES = 480;

    private WorkItemRequests() {}

    /** {@code minutes} defaults to 30, at most 480. */
    public record Lease(@Nullable Integer minutes) {
        public Lease {
            require(
                    minutes == null || (minutes >= 1 && minutes <= MAX_LEASE_MINUTES),
                    "/minutes",
                    "LEASE_MINUTES",
                    "1 to " + MAX_LEASE_MINUTES + " minutes");
        }
    }

    /** {@code nextActionOn} moves the day on which the item comes up again. */
    public record Note(String text, @Nullable LocalDate nextActionOn) {
        public Note {
            requireText("/text", text);
        }
    }

    /** {@code corrections} may be empty: the claim goes again as it is. */
    public record Correction(
            List<FieldCorrection> corrections, @Nullable String note) {
        public Correction {
            corrections = List.copyOf(corrections);
        }
    }

    /** {@code level} 1 is the first level of appeal. */
    public record Appeal(int level, LocalDate filedOn) {
        public Appeal {
            require(level >= 1 && level <= 5, "/level", "APPEAL_LEVEL", "1 to 5");
        }
    }

    public record Resolve(Resolution resolution, String note) {
        public Resolve {
            requireText("/note", note);
        }
    }

    private static void requireText(String field, String text) {
        require(!text.isBlank() && text.length() <= MAX_TEXT, field, "TEXT_LENGTH", "1 to " + MAX_TEXT + " characters");
    }

    private static void require(boolean holds, String field, String rule, String message) {
        if (!holds) {
            throw new Problem(
                    RestProblem.INVALID_FIELD,
                    "Mend the field and send it again.",
                    List.of(new FieldError(field, rule, message)));
        }
    }
}
