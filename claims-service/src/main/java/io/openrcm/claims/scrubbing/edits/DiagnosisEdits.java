package io.openrcm.claims.scrubbing.edits;

import static io.openrcm.claims.scrubbing.ClaimFacts.pointer;

import io.openrcm.claims.scrubbing.ClaimEdit.Report;
import io.openrcm.claims.scrubbing.ClaimFacts;
import io.openrcm.events.encounter.Diagnosis;
import io.openrcm.events.encounter.Diagnosis.Role;
import java.util.HashSet;
import java.util.Set;

/** Edits about the diagnoses and what points to them. */
public final class DiagnosisEdits {

    private static final int MAX_INSTITUTIONAL = 25;
    private static final int MAX_PROFESSIONAL = 12;
    private static final int MAX_POINTERS = 4;
    private static final Set<Role> TREATED = Set.of(Role.PRINCIPAL, Role.OTHER);

    private DiagnosisEdits() {}

    public static void principalIsThereOnce(ClaimFacts facts, Report report) {
        long principals = facts.content().diagnoses().stream()
                .filter(diagnosis -> diagnosis.role() == Role.PRINCIPAL)
                .count();
        if (principals != 1) {
            report.at("/diagnoses", "a claim has one principal diagnosis, this one has " + principals);
        }
    }

    /** The principal and other diagnoses are one list; each other role is a list of its own. */
    public static void noneIsThereTwice(ClaimFacts facts, Report report) {
        record Place(boolean isTreated, Role role, String code) {}
        var seen = new HashSet<Place>();
        var diagnoses = facts.content().diagnoses();
        for (int i = 0; i < diagnoses.size(); i++) {
            var diagnosis = diagnoses.get(i);
            boolean isTreated = TREATED.contains(diagnosis.role());
            if (!seen.add(new Place(isTreated, isTreated ? Role.OTHER : diagnosis.role(), diagnosis.code()))) {
                report.at(pointer("diagnoses", i, "code"), "this diagnosis is on the claim already");
            }
        }
    }

    public static void countIsWithinLimits(ClaimFacts facts, Report report) {
        long treated = facts.content().diagnoses().stream()
                .map(Diagnosis::role)
                .filter(TREATED::contains)
                .count();
        int limit = facts.isInstitutional() ? MAX_INSTITUTIONAL : MAX_PROFESSIONAL;
        if (treated > limit) {
            report.at(
                    "/diagnoses", "a claim of this type has at most " + limit + " diagnoses, this one has " + treated);
        }
    }

    public static void pointersLeadSomewhere(ClaimFacts facts, Report report) {
        if (facts.isInstitutional()) {
            return;
        }
        int diagnoses = facts.content().diagnoses().size();
        var lines = facts.content().lines();
        for (int i = 0; i < lines.size(); i++) {
            var pointers = lines.get(i).diagnosisPointers();
            if (pointers.isEmpty() || pointers.size() > MAX_POINTERS) {
                report.at(pointer("lines", i, "diagnosisPointers"), "a line points to one to four diagnoses");
            }
            if (pointers.stream().anyMatch(pointer -> pointer < 1 || pointer > diagnoses)) {
                report.at(pointer("lines", i, "diagnosisPointers"), "a line points to a diagnosis that is not there");
            }
        }
    }

    public static void presentOnAdmissionIsTold(ClaimFacts facts, Report report) {
        if (!facts.isInpatient()) {
            return;
        }
        var diagnoses = facts.content().diagnoses();
        for (int i = 0; i < diagnoses.size(); i++) {
            if (TREATED.contains(diagnoses.get(i).role()) && diagnoses.get(i).presentOnAdmission() == null) {
                report.at(
                        pointer("diagnoses", i, "presentOnAdmission"),
                        "an inpatient claim says of each diagnosis whether it was present on admission");
            }
        }
    }
}
