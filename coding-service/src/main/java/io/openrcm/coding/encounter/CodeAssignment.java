package io.openrcm.coding.encounter;

import io.openrcm.events.coding.CodedEncounter;
import io.openrcm.events.encounter.Charge;
import io.openrcm.events.encounter.Diagnosis;
import io.openrcm.events.encounter.Procedure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A coder's work on one encounter: it replaces all diagnoses and procedures, and the codes of the charges it names. Amounts,
 * units and dates of charges stay the hospital's.
 */
public record CodeAssignment(List<Diagnosis> diagnoses, List<Procedure> procedures, List<ChargeCodes> charges) {

    /**
     * The codes of one charge.
     *
     * @param chargeId the hospital's id of the charge
     * @param diagnosisPointers 1-based positions in this assignment's diagnoses
     */
    public record ChargeCodes(
            String chargeId,
            @Nullable String revenueCode,
            @Nullable String procedureCode,
            List<String> modifiers,
            List<Integer> diagnosisPointers) {

        public ChargeCodes {
            modifiers = List.copyOf(modifiers);
            diagnosisPointers = List.copyOf(diagnosisPointers);
        }

        private Charge applyTo(Charge charge) {
            return new Charge(
                    charge.id(),
                    charge.component(),
                    charge.servicedOn(),
                    revenueCode,
                    procedureCode,
                    modifiers,
                    charge.units(),
                    charge.unit(),
                    charge.amount(),
                    diagnosisPointers,
                    charge.description());
        }
    }

    public CodeAssignment {
        diagnoses = List.copyOf(diagnoses);
        procedures = List.copyOf(procedures);
        charges = List.copyOf(charges);
    }

    /** The encounter with these codes; a charge that it no longer has is passed over. */
    public CodedEncounter applyTo(CodedEncounter encounter) {
        Map<String, ChargeCodes> codes = new HashMap<>();
        charges.forEach(charge -> codes.put(charge.chargeId(), charge));
        List<Charge> coded = encounter.charges().stream()
                .map(charge -> {
                    ChargeCodes assigned = codes.get(charge.id());
                    return assigned == null ? charge : assigned.applyTo(charge);
                })
                .toList();
        return new CodedEncounter(
                encounter.facility(),
                encounter.source(),
                encounter.visit(),
                encounter.patient(),
                encounter.coverages(),
                encounter.serviceFrom(),
                encounter.serviceThrough(),
                encounter.stay(),
                encounter.providers(),
                diagnoses,
                procedures,
                coded,
                encounter.part2());
    }
}
