package io.openrcm.coding.intake;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.openrcm.coding.edits.EncounterRules;
import io.openrcm.rest.FieldError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads one encounter from JSON in a single pass and tells all its errors at once. Pure: the day is an argument. */
public final class EncounterReader {

    private static final int MAX_NOTES = 200;

    /** An event has at most 256 KiB. */
    private static final int MAX_BILLING_BYTES = 240 << 10;

    private final ObjectReader reader =
            EncounterJson.MAPPER.readerFor(EncounterContent.class).withHandler(new BindingErrors());

    /**
     * Reads the encounter in a part of a buffer.
     *
     * @param json UTF-8
     * @param today the day that is today, for dates that lie in the future
     */
    public Submission read(byte[] json, int offset, int length, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        EncounterContent content = null;
        try {
            content = reader.withAttribute(BindingErrors.ERRORS, errors).readValue(json, offset, length);
        } catch (JsonMappingException e) {
            errors.add(error(e));
        } catch (JsonProcessingException e) {
            return notJson(e.getLocation());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
        if (content != null) {
            judge(content, errors, today);
        } else if (errors.isEmpty()) {
            errors.add(new FieldError("", "TYPE", "expected an object"));
        }
        return content == null || !errors.isEmpty() ? new Submission.Refused(errors) : accepted(content);
    }

    private static void judge(EncounterContent content, List<FieldError> errors, LocalDate today) {
        new Completeness(errors).check(content, "");
        for (FieldError broken : EncounterRules.errorsOf(content.forBilling(), today)) {
            errors.add(broken);
        }
        if (content.goesToAPayer() == (content.notBillableReason() != null)) {
            errors.add(new FieldError(
                    "/notBillableReason",
                    "NOT_BILLABLE_REASON",
                    "the reason is present exactly when billable is false"));
        }
        if (content.notes().size() > MAX_NOTES) {
            errors.add(new FieldError("/notes", "TOO_MANY_NOTES", "an encounter has at most 200 notes"));
        }
    }

    private static Submission accepted(EncounterContent content) {
        CanonicalJson canonical = CanonicalJson.of(content);
        if (canonical.bytes().length > MAX_BILLING_BYTES
                && EncounterJson.write(content.forBilling()).length > MAX_BILLING_BYTES) {
            return new Submission.Refused(List.of(
                    new FieldError("", "TOO_LARGE", "without its notes an encounter has at most 240 KiB of JSON")));
        }
        return new Submission.Accepted(content, canonical);
    }

    /** Faults that end the reading: what follows in the body is not judged. */
    private static FieldError error(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            pointer.append('/');
            if (step.getFieldName() != null) {
                pointer.append(BindingErrors.escaped(step.getFieldName()));
            } else {
                pointer.append(step.getIndex());
            }
        }
        if (e instanceof com.fasterxml.jackson.databind.exc.InvalidNullException) {
            return new FieldError(pointer.toString(), "REQUIRED", "this entry is required");
        }
        Class<?> target = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        String expected = target == null ? "another value" : BindingErrors.expected(target);
        return new FieldError(pointer.toString(), "TYPE", "expected " + expected);
    }

    private static Submission notJson(@org.jspecify.annotations.Nullable JsonLocation location) {
        return location == null
                ? new Submission.NotJson(1, 1)
                : new Submission.NotJson(location.getLineNr(), location.getColumnNr());
    }
}
