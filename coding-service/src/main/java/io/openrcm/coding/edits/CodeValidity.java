package io.openrcm.coding.edits;

import io.openrcm.coding.codebook.CodeStanding;
import io.openrcm.coding.codebook.CodeSystem;
import io.openrcm.coding.codebook.CodeTable;
import io.openrcm.events.coding.CodedEncounter;
import io.openrcm.events.coding.CodedEncounter.Visit;
import io.openrcm.events.encounter.Charge;
import io.openrcm.rest.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Codes must be valid on the right day: ICD-10-CM and ICD-10-PCS codes of an inpatient on the day of discharge, diagnoses of
 * all others on the first day of service, procedure and revenue codes on the day of their charge (ICD-10-CM/PCS: 45 CFR
 * 162.1002; CMS Claims Processing Manual, chapter 3, section 10.3 and chapter 23, section 10.2).
 */
final class CodeValidity {

    private final CodeTable codes;
    private final List<FieldError> errors = new ArrayList<>();

    private CodeValidity(CodeTable codes) {
        this.codes = codes;
    }

    static List<FieldError> errorsOf(CodedEncounter encounter, CodeTable codes) {
        CodeValidity validity = new CodeValidity(codes);
        LocalDate codedOn = codingDay(encounter);
        for (int i = 0; i < encounter.diagnoses().size(); i++) {
            validity.check(
                    CodeSystem.ICD_10_CM, encounter.diagnoses().get(i).code(), codedOn, "/diagnoses/", i, "/code");
        }
        for (int i = 0; i < encounter.procedures().size(); i++) {
            validity.check(
                    CodeSystem.ICD_10_PCS, encounter.procedures().get(i).code(), codedOn, "/procedures/", i, "/code");
        }
        for (int i = 0; i < encounter.charges().size(); i++) {
            validity.check(encounter.charges().get(i), i);
        }
        return validity.errors;
    }

    private static LocalDate codingDay(CodedEncounter encounter) {
        boolean isInpatient = encounter.visit() == Visit.INPATIENT;
        if (isInpatient && encounter.stay() != null && encounter.stay().dischargedAt() != null) {
            return encounter.stay().dischargedAt().toLocalDate();
        }
        return isInpatient ? encounter.serviceThrough() : encounter.serviceFrom();
    }

    private void check(Charge charge, int index) {
        String procedure = charge.procedureCode();
        if (procedure != null) {
            check(
                    CodeSystem.ofProcedureCode(procedure),
                    procedure,
                    charge.servicedOn(),
                    "/charges/",
                    index,
                    "/procedureCode");
        }
        check(CodeSystem.REVENUE, charge.revenueCode(), charge.servicedOn(), "/charges/", index, "/revenueCode");
    }

    private void check(CodeSystem system, @Nullable String code, LocalDate on, String list, int index, String field) {
        if (code == null) {
            return;
        }
        CodeStanding standing = codes.standing(system, code, on);
        String sentence = switch (standing) {
            case VALID, NOT_CHECKED -> null;
            case UNKNOWN -> "the code is not in the loaded release of " + system.label();
            case NOT_VALID_ON_DATE -> "the code was not valid on " + on;
            case NOT_BILLABLE -> "the code is a header of " + system.label() + ": use a longer one";
        };
        if (sentence != null) {
            errors.add(new FieldError(list + index + field, "CODE_" + standing, sentence));
        }
    }
}
