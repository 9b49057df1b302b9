package io.openrcm.coding.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.openrcm.events.EncounterId;
import io.openrcm.events.FacilityId;
import io.openrcm.events.coding.CodedEncounter;
import io.openrcm.events.coding.CodedEncounter.Source;
import io.openrcm.events.coding.CodedEncounter.Visit;
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
 * An encounter as the hospital sends it: what {@link CodedEncounter} holds, coded or not, with notes and the decision whether
 * it is billed at all. An absent list is empty.
 *
 * @param billable absent means true
 * @param notBillableReason present exactly when {@code billable} is false
 * @param part2 present on a record of treatment for a substance use disorder, which 42 CFR Part 2 protects
 */
public record EncounterContent(
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
        List<Note> notes,
        @Nullable Boolean billable,
        @Nullable NotBillableReason notBillableReason,
        @Nullable Part2 part2) {

    public EncounterContent {
        coverages = List.copyOf(coverages);
        providers = List.copyOf(providers);
        diagnoses = List.copyOf(diagnoses);
        procedures = List.copyOf(procedures);
        charges = List.copyOf(charges);
        notes = List.copyOf(notes);
        billable = billable == null ? Boolean.TRUE : billable;
    }

    /** The same for every version and every sending. */
    @JsonIgnore
    public EncounterId id() {
        return EncounterId.of(facility, source.system(), source.encounterId());
    }

    public boolean goesToAPayer() {
        return !Boolean.FALSE.equals(billable);
    }

    /** What a claim needs, without the notes. */
    public CodedEncounter forBilling() {
        return new CodedEncounter(
                facility,
                source,
                visit,
                patient,
                coverages,
                serviceFrom,
                serviceThrough,
                stay,
                providers,
                diagnoses,
                procedures,
                charges,
                part2);
    }
}
