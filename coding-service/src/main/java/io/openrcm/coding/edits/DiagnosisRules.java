package io.openrcm.coding.edits;

import io.openrcm.events.coding.CodedEncounter;
import io.openrcm.events.coding.CodedEncounter.Visit;
import io.openrcm.events.encounter.Diagnosis;
import io.openrcm.events.encounter.Diagnosis.Role;
import io.openrcm.events.encounter.Procedure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Rules about diagnoses and inpatient procedures. Whether a code exists is the codebook's question. */
final class DiagnosisRules {

    private static final int MAX_PROCEDURES = 25;
    private static final Pattern ICD_10_CM = Pattern.compile("[A-Z][0-9][0-9A-Z][0-9A-Z]{0,4}");
    private static final Pattern ICD_10_PCS = Pattern.compile("[0-9A-HJ-NP-Z]{7}");
    private static final Pattern EXTERNAL_CAUSE = Pattern.compile("[V-Y].*");

    static final List<EncounterRule> ALL = List.of(
            new EncounterRule(
                    "DIAGNOSIS_FORMAT",
                    "a diagnosis is an ICD-10-CM code of 3 to 7 characters without its dot",
                    "ICD-10-CM order file layout",
                    (e, today, found) -> diagnosisFormat(e, found)),
            new EncounterRule(
                    "ONE_PRINCIPAL_DIAGNOSIS",
                    "an encounter has one principal diagnosis",
                    "UHDDS; UB-04 FL 67",
                    (e, today, found) -> repeated(e, Role.PRINCIPAL, 1, found)),
            new EncounterRule(
                    "ONE_ADMITTING_DIAGNOSIS",
                    "an encounter has at most one admitting diagnosis",
                    "UB-04 FL 69",
                    (e, today, found) -> repeated(e, Role.ADMITTING, 1, found)),
            new EncounterRule(
                    "TOO_MANY_DIAGNOSES",
                    "beside the principal there are at most 24 other diagnoses",
                    "X12 837I loop 2300 HI*ABF",
                    (e, today, found) -> repeated(e, Role.OTHER, 24, found)),
            new EncounterRule(
                    "TOO_MANY_REASONS_FOR_VISIT",
                    "an encounter has at most three reasons for visit",
                    "UB-04 FL 70",
                    (e, today, found) -> repeated(e, Role.REASON_FOR_VISIT, 3, found)),
            new EncounterRule(
                    "TOO_MANY_EXTERNAL_CAUSES",
                    "an encounter has at most twelve external causes",
                    "X12 837I loop 2300 HI*ABN",
                    (e, today, found) -> repeated(e, Role.EXTERNAL_CAUSE, 12, found)),
            new EncounterRule(
                    "DUPLICATE_DIAGNOSIS",
                    "a diagnosis is listed once in the same role",
                    "MCE edit 2: duplicate of principal diagnosis",
                    (e, today, found) -> duplicates(e, found)),
            new EncounterRule(
                    "EXTERNAL_CAUSE_AS_PRINCIPAL",
                    "an external cause (V00 to Y99) is never the principal diagnosis",
                    "ICD-10-CM guidelines I.C.20.a.6",
                    (e, today, found) -> externalCauseFirst(e, found)),
            new EncounterRule(
                    "PRESENT_ON_ADMISSION_REQUIRED",
                    "a coded inpatient diagnosis says whether it was present on admission",
                    "Deficit Reduction Act 2005, section 5001(c)",
                    (e, today, found) -> presentOnAdmission(e, found)),
            new EncounterRule(
                    "PROCEDURE_FORMAT",
                    "an inpatient procedure is an ICD-10-PCS code of seven characters",
                    "ICD-10-PCS order file layout",
                    (e, today, found) -> procedureFormat(e, found)),
            new EncounterRule(
                    "PROCEDURES_ARE_INPATIENT",
                    "ICD-10-PCS procedures belong to inpatient encounters only",
                    "45 CFR 162.1002(c)(3)",
                    (e, today, found) -> notInpatient(e, found)),
            new EncounterRule(
                    "ONE_PRINCIPAL_PROCEDURE",
                    "where there are procedures, one of them is principal",
                    "UHDDS; UB-04 FL 74",
                    (e, today, found) -> principalProcedure(e, found)),
            new EncounterRule(
                    "PROCEDURE_OUTSIDE_SERVICE_DATES",
                    "a procedure was performed within the service dates",
                    "UB-04 FL 6 and 74",
                    (e, today, found) -> procedureDate(e, found)),
            new EncounterRule(
                    "TOO_MANY_PROCEDURES",
                    "an encounter has at most 25 procedures",
                    "X12 837I loop 2300 HI*BBR and HI*BBQ",
                    (e, today, found) -> tooManyProcedures(e, found)));

    private DiagnosisRules() {}

    private static void diagnosisFormat(CodedEncounter e, Consumer<String> found) {
        for (int i = 0; i < e.diagnoses().size(); i++) {
            if (Matches.breaks(ICD_10_CM, e.diagnoses().get(i).code())) {
                found.accept("/diagnoses/" + i + "/code");
            }
        }
    }

    /** Names every diagnosis of the role beyond the allowed count. */
    private static void repeated(CodedEncounter e, Role role, int allowed, Consumer<String> found) {
        int count = 0;
        for (int i = 0; i < e.diagnoses().size(); i++) {
            if (e.diagnoses().get(i).role() == role && ++count > allowed) {
                found.accept("/diagnoses/" + i + "/role");
            }
        }
    }

    private static void duplicates(CodedEncounter e, Consumer<String> found) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < e.diagnoses().size(); i++) {
            Diagnosis diagnosis = e.diagnoses().get(i);
            if (diagnosis.code() != null && diagnosis.role() != null && !seen.add(billedAs(diagnosis))) {
                found.accept("/diagnoses/" + i + "/code");
            }
        }
    }

    /** Principal and other diagnoses share one list on the claim. */
    private static String billedAs(Diagnosis diagnosis) {
        Role role = diagnosis.role() == Role.PRINCIPAL ? Role.OTHER : diagnosis.role();
        return role + diagnosis.code();
    }

    private static void externalCauseFirst(CodedEncounter e, Consumer<String> found) {
        for (int i = 0; i < e.diagnoses().size(); i++) {
            Diagnosis diagnosis = e.diagnoses().get(i);
            if (diagnosis.role() == Role.PRINCIPAL
                    && diagnosis.code() != null
                    && EXTERNAL_CAUSE.matcher(diagnosis.code()).matches()) {
                found.accept("/diagnoses/" + i + "/code");
            }
        }
    }

    private static void presentOnAdmission(CodedEncounter e, Consumer<String> found) {
        boolean isCoded = e.diagnoses().stream().anyMatch(d -> d.role() == Role.PRINCIPAL);
        if (e.visit() != Visit.INPATIENT || !isCoded) {
            return;
        }
        for (int i = 0; i < e.diagnoses().size(); i++) {
            Diagnosis diagnosis = e.diagnoses().get(i);
            boolean isReported = diagnosis.role() == Role.PRINCIPAL
                    || diagnosis.role() == Role.OTHER
                    || diagnosis.role() == Role.EXTERNAL_CAUSE;
            if (isReported && diagnosis.presentOnAdmission() == null) {
                found.accept("/diagnoses/" + i + "/presentOnAdmission");
            }
        }
    }

    private static void procedureFormat(CodedEncounter e, Consumer<String> found) {
        for (int i = 0; i < e.procedures().size(); i++) {
            if (Matches.breaks(ICD_10_PCS, e.procedures().get(i).code())) {
                found.accept("/procedures/" + i + "/code");
            }
        }
    }

    private static void notInpatient(CodedEncounter e, Consumer<String> found) {
        if (e.visit() != null && e.visit() != Visit.INPATIENT && !e.procedures().isEmpty()) {
            found.accept("/procedures");
        }
    }

    private static void principalProcedure(CodedEncounter e, Consumer<String> found) {
        if (!e.procedures().isEmpty()
                && e.procedures().stream().filter(Procedure::principal).count() != 1) {
            found.accept("/procedures");
        }
    }

    private static void procedureDate(CodedEncounter e, Consumer<String> found) {
        for (int i = 0; i < e.procedures().size(); i++) {
            if (Matches.isOutside(e.procedures().get(i).performedOn(), e.serviceFrom(), e.serviceThrough())) {
                found.accept("/procedures/" + i + "/performedOn");
            }
        }
    }

    private static void tooManyProcedures(CodedEncounter e, Consumer<String> found) {
        if (e.procedures().size() > MAX_PROCEDURES) {
            found.accept("/procedures");
        }
    }
}
