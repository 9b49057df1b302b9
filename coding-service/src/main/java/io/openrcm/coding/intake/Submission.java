package io.openrcm.coding.intake;

import io.openrcm.rest.FieldError;
import java.util.List;

/** What came out of reading one encounter's JSON. */
public sealed interface Submission {

    /**
     * An encounter that keeps every rule.
     *
     * @param canonical the content for keeping and comparing
     */
    record Accepted(EncounterContent content, CanonicalJson canonical) implements Submission {}

    /** JSON, but no encounter we can keep; every error that could be told at once. */
    record Refused(List<FieldError> errors) implements Submission {}

    /** Not JSON from this place on; both counted from 1. */
    record NotJson(int line, int column) implements Submission {}

    /** A line of a stream that was too long to be read. */
    record TooLong() implements Submission {}
}
