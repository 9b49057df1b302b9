package io.openrcm.coding.edits;

import io.openrcm.events.coding.CodedEncounter;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * One thing that must hold for an encounter.
 *
 * @param code stable, upper snake case; callers may switch on it
 * @param sentence what must hold, for the sender; never repeats a value
 * @param source where the rule comes from
 * @param offences names each field that breaks the rule
 */
public record EncounterRule(String code, String sentence, String source, Search offences) {

    /**
     * Finds what breaks a rule. The encounter may still lack required parts, for all errors of a body are told at once: a
     * search is silent about what is absent.
     */
    @FunctionalInterface
    public interface Search {

        /** Gives {@code found} the JSON pointer of each offending field. */
        void in(CodedEncounter encounter, LocalDate today, Consumer<String> found);
    }
}
