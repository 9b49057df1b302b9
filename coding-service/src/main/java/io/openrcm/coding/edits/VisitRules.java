package io.openrcm.coding.edits;

import io.openrcm.events.coding.CodedEncounter;
import io.openrcm.events.coding.CodedEncounter.Visit;
import io.openrcm.events.encounter.Stay;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Rules about where the encounter comes from, its dates and its stay. */
final class VisitRules {

    /** Patient status of someone who has not left (NUBC FL 17). */
    static final String STILL_A_PATIENT = "30";

    private static final Pattern SOURCE_SYSTEM = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern SOURCE_ENCOUNTER = Pattern.compile("[A-Za-z0-9._/:-]{1,60}");
    private static final Pattern ADMISSION_TYPE = Pattern.compile("[1-59]");
    private static final Pattern ADMISSION_SOURCE = Pattern.compile("[0-9A-Z]");
    private static final Pattern DISCHARGE_STATUS = Pattern.compile("[0-9]{2}");

    static final List<EncounterRule> ALL = List.of(
            new EncounterRule(
                    "SOURCE_SYSTEM_FORMAT",
                    "a source system is 1 to 40 letters, digits, dots, hyphens or underscores",
                    "the encounter's id is made of it",
                    (e, today, found) -> sourceSystem(e, found)),
            new EncounterRule(
                    "SOURCE_ENCOUNTER_FORMAT",
                    "a source encounter id is 1 to 60 letters, digits or . _ / : -",
                    "the encounter's id is made of it",
                    (e, today, found) -> sourceEncounter(e, found)),
            new EncounterRule(
                    "SOURCE_VERSION",
                    "a version is a whole number from 1",
                    "a later version replaces an earlier one",
                    (e, today, found) -> sourceVersion(e, found)),
            new EncounterRule(
                    "SERVICE_DATE_ORDER",
                    "the last day of service is not before the first",
                    "UB-04 FL 6, X12 837 DTP*434",
                    (e, today, found) -> serviceDateOrder(e, found)),
            new EncounterRule(
                    "SERVICE_IN_FUTURE",
                    "a service has been given when it is reported",
                    "42 CFR 424.5(a)(6); one day is allowed for time zones",
                    VisitRules::serviceInFuture),
            new EncounterRule(
                    "STAY_REQUIRED",
                    "an inpatient encounter has a stay",
                    "UB-04 FL 12 to 17",
                    (e, today, found) -> stayRequired(e, found)),
            new EncounterRule(
                    "DISCHARGE_REQUIRED",
                    "an inpatient has a time of discharge, or discharge status 30",
                    "UB-04 FL 16 and 17",
                    (e, today, found) -> dischargeRequired(e, found)),
            new EncounterRule(
                    "DISCHARGE_BEFORE_ADMISSION",
                    "discharge is not before admission",
                    "UB-04 FL 12 and 16",
                    (e, today, found) -> dischargeOrder(e, found)),
            new EncounterRule(
                    "STAY_OUTSIDE_SERVICE_DATES",
                    "discharge is not after the last day of service",
                    "UB-04 FL 6: the statement covers the stay",
                    (e, today, found) -> dischargeAfterService(e, found)),
            new EncounterRule(
                    "ADMISSION_TYPE_FORMAT",
                    "an admission type is one digit: 1 to 5, or 9",
                    "UB-04 FL 14",
                    (e, today, found) -> format(e, ADMISSION_TYPE, Stay::admissionType, "admissionType", found)),
            new EncounterRule(
                    "ADMISSION_SOURCE_FORMAT",
                    "an admission source is one digit or capital letter",
                    "UB-04 FL 15",
                    (e, today, found) -> format(e, ADMISSION_SOURCE, Stay::admissionSource, "admissionSource", found)),
            new EncounterRule(
                    "DISCHARGE_STATUS_FORMAT",
                    "a discharge status has two digits",
                    "UB-04 FL 17",
                    (e, today, found) -> format(e, DISCHARGE_STATUS, Stay::dischargeStatus, "dischargeStatus", found)));

    private VisitRules() {}

    private static void sourceSystem(CodedEncounter e, Consumer<String> found) {
        if (e.source() != null && Matches.breaks(SOURCE_SYSTEM, e.source().system())) {
            found.accept("/source/system");
        }
    }

    private static void sourceEncounter(CodedEncounter e, Consumer<String> found) {
        if (e.source() != null && Matches.breaks(SOURCE_ENCOUNTER, e.source().encounterId())) {
            found.accept("/source/encounterId");
        }
    }

    private static void sourceVersion(CodedEncounter e, Consumer<String> found) {
        if (e.source() != null && e.source().version() < 1) {
            found.accept("/source/version");
        }
    }

    private static void serviceDateOrder(CodedEncounter e, Consumer<String> found) {
        if (Matches.isAfter(e.serviceFrom(), e.serviceThrough())) {
            found.accept("/serviceThrough");
        }
    }

    private static void serviceInFuture(CodedEncounter e, LocalDate today, Consumer<String> found) {
        if (Matches.isAfter(e.serviceThrough(), today.plusDays(1))) {
            found.accept("/serviceThrough");
        }
        if (Matches.isAfter(e.serviceFrom(), today.plusDays(1))) {
            found.accept("/serviceFrom");
        }
    }

    private static void stayRequired(CodedEncounter e, Consumer<String> found) {
        if (e.visit() == Visit.INPATIENT && e.stay() == null) {
            found.accept("/stay");
        }
    }

    private static void dischargeRequired(CodedEncounter e, Consumer<String> found) {
        Stay stay = e.stay();
        if (e.visit() == Visit.INPATIENT
                && stay != null
                && stay.dischargedAt() == null
                && !STILL_A_PATIENT.equals(stay.dischargeStatus())) {
            found.accept("/stay/dischargedAt");
        }
    }

    private static void dischargeOrder(CodedEncounter e, Consumer<String> found) {
        Stay stay = e.stay();
        if (stay != null
                && stay.admittedAt() != null
                && stay.dischargedAt() != null
                && stay.dischargedAt().isBefore(stay.admittedAt())) {
            found.accept("/stay/dischargedAt");
        }
    }

    private static void dischargeAfterService(CodedEncounter e, Consumer<String> found) {
        Stay stay = e.stay();
        if (stay != null
                && stay.dischargedAt() != null
                && Matches.isAfter(stay.dischargedAt().toLocalDate(), e.serviceThrough())) {
            found.accept("/stay/dischargedAt");
        }
    }

    private static void format(
            CodedEncounter e,
            Pattern format,
            java.util.function.Function<Stay, String> part,
            String name,
            Consumer<String> found) {
        Stay stay = e.stay();
        if (stay != null && Matches.breaks(format, part.apply(stay))) {
            found.accept("/stay/" + name);
        }
    }
}
