package io.openrcm.coding.intake;

import io.openrcm.rest.FieldError;
import java.util.List;

/** What came out of reading one encounter's JSON. */
public sealed interface Submission {

    /**
     * An encounter that keeps every rule.
     *
     * @param canonical its JSON in our own order and form, so that equal contents are equal bytes
     * @param hash SHA-256 of {@code canonical}
     */
    record Accepted(EncounterContent content, byte[] canonical, byte[] hash) implements Submission {}

    /** JSON, but no encounter we can keep; every error that could be told at once. */
    record Refused(List<FieldError> errors) implements Submission {}

    /** Not JSON from this place on; both counted from 1. */
    record NotJson(int line, int column) implements Submission {}

    /** A line of a stream that was too long to be read. */
    record TooLong() implements Submission {}
}
