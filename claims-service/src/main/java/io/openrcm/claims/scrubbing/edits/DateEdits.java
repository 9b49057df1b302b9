package io.openrcm.claims.scrubbing.edits;

import static io.openrcm.claims.scrubbing.ClaimFacts.pointer;

import io.openrcm.claims.scrubbing.ClaimEdit.Report;
import io.openrcm.claims.scrubbing.ClaimFacts;

/** Edits about dates of service. */
public final class DateEdits {

    private DateEdits() {}

    public static void statementIsInOrder(ClaimFacts facts, Report report) {
        if (facts.content().statementFrom().isAfter(facts.content().statementThrough())) {
            report.at("/statementFrom", "the statement begins after it ends");
        }
    }

    public static void linesAreWithinTheStatement(ClaimFacts facts, Report report) {
        var content = facts.content();
        for (int i = 0; i < content.lines().size(); i++) {
            var servicedOn = content.lines().get(i).servicedOn();
            if (servicedOn.isBefore(content.statementFrom()) || servicedOn.isAfter(content.statementThrough())) {
                report.at(pointer("lines", i, "servicedOn"), "the service date is outside the statement period");
            }
        }
    }

    public static void nothingIsInTheFuture(ClaimFacts facts, Report report) {
        if (facts.content().statementThrough().isAfter(facts.today())) {
            report.at("/statementThrough", "the statement ends in the future");
        }
    }
}
