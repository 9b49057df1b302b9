package io.openrcm.claims.scrubbing;

import java.util.ArrayList;
import java.util.List;

/**
 * One of our checks before a claim leaves.
 *
 * @param id stable for ever
 * @param source where the rule comes from
 */
public record ClaimEdit(String id, Severity severity, Team owner, String source, Check check) {

    /** Looks at a claim and reports each place that is wrong; a pure function. */
    @FunctionalInterface
    public interface Check {
        void look(ClaimFacts facts, Report report);
    }

    /** Takes the JSON pointer of what is wrong, and a sentence that repeats no value. */
    @FunctionalInterface
    public interface Report {
        void at(String field, String message);
    }

    List<Finding> apply(ClaimFacts facts) {
        var found = new ArrayList<Finding>(0);
        check.look(facts, (field, message) -> found.add(new Finding(id, severity, field, message, owner.wireName())));
        return found;
    }
}
