package io.openrcm.coding.edits;

import io.openrcm.events.coding.CodedEncounter;
import io.openrcm.rest.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What every encounter must keep before it is taken in; an encounter that breaks one of these is refused. */
public final class EncounterRules {

    public static final List<EncounterRule> ALL = Stream.of(
                    VisitRules.ALL, PartyRules.ALL, CoverageRules.ALL, DiagnosisRules.ALL, ChargeRules.ALL)
            .flatMap(List::stream)
            .toList();

    private EncounterRules() {}

    /** Every broken rule with the field that breaks it, in the order of the rules; empty for a good encounter. */
    public static List<FieldError> errorsOf(CodedEncounter encounter, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        for (EncounterRule rule : ALL) {
            rule.offences()
                    .in(encounter, today, pointer -> errors.add(new FieldError(pointer, rule.code(), rule.sentence())));
        }
        return errors;
    }
}
