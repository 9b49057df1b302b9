package io.openrcm.events.coding;

import io.openrcm.events.FacilityId;
import io.openrcm.events.encounter.Charge;
import io.openrcm.events.encounter.Coverage;
import io.openrcm.events.encounter.Diagnosis;
import io.openrcm.events.encounter.Patient;
import io.openrcm.events.encounter.Procedure;
import io.openrcm.events.encounter.Provider;
import io.openrcm.events.encounter.Stay;
import io.openrcm.events.protection.Part2;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about an encounter that a claim needs.
 *
 * @param stay present for inpatient encounters and for outpatient ones the hospital admitted to a bed or an emergency room
 * @param coverages in order of rank; empty for a patient without insurance
 * @param diagnoses in the coder's order; charges point into this list
 * @param part2 present on an encounter that 42 CFR Part 2 protects
 */
public record CodedEncounter(
        FacilityId facility,
        Source source,
        Visit visit,
        Patient patient,
        List<Coverage> coverages,
        LocalDate serviceFrom,
        LocalDate serviceThrough,
        @Nullable Stay stay,
        List<Provider> providers,
        List<Diagnosis> diagnoses,
        List<Procedure> procedures,
        List<Charge> charges,
        @Nullable Part2 part2) {

    /** Where the encounter came from; {@code version} rises with every change in the source system. */
    public record Source(String system, String encounterId, int version) {}

    public enum Visit {
        INPATIENT,
        OUTPATIENT,
        EMERGENCY,
        CLINIC
    }

    public CodedEncounter {
        coverages = List.copyOf(coverages);
        providers = List.copyOf(providers);
        diagnoses = List.copyOf(diagnoses);
        procedures = List.copyOf(procedures);
        charges = List.copyOf(charges);
    }
}
