package io.openrcm.claims.scrubbing;

import static io.openrcm.claims.scrubbing.Severity.BLOCKING;
import static io.openrcm.claims.scrubbing.Severity.OVERRIDABLE;
import static io.openrcm.claims.scrubbing.Severity.WARNING;
import static io.openrcm.claims.scrubbing.Team.ADMINISTRATION;
import static io.openrcm.claims.scrubbing.Team.BILLING;
import static io.openrcm.claims.scrubbing.Team.CODING;
import static io.openrcm.claims.scrubbing.Team.REGISTRATION;

import io.openrcm.claims.scrubbing.edits.ConsentEdits;
import io.openrcm.claims.scrubbing.edits.CoverageEdits;
import io.openrcm.claims.scrubbing.edits.DateEdits;
import io.openrcm.claims.scrubbing.edits.DiagnosisEdits;
import io.openrcm.claims.scrubbing.edits.FilingEdits;
import io.openrcm.claims.scrubbing.edits.LineEdits;
import io.openrcm.claims.scrubbing.edits.ProviderEdits;
import io.openrcm.claims.scrubbing.edits.StayEdits;
import io.openrcm.claims.scrubbing.edits.TextEdits;
import java.util.List;

/**
 * The claim edits. What a value's own type refuses is not repeated here: an NPI with a wrong check digit, an amount with
 * three decimals or an ill-formed payer id cannot be in a claim at all.
 */
public final class ClaimEdits {

    // spotless:off
    public static final List<ClaimEdit> ALL = List.of(
            edit("CE-001", BLOCKING,    BILLING,        "837 CLM02: a claim asks for more than nothing",            LineEdits::totalIsPositive),
            edit("CE-002", BLOCKING,    BILLING,        "837 SV102, SV203: a charge is not negative",               LineEdits::chargesAreNotNegative),
            edit("CE-003", BLOCKING,    BILLING,        "837P 50 lines, 837I 999 lines",                            LineEdits::countIsWithinLimits),
            edit("CE-010", BLOCKING,    REGISTRATION,   "837I 2310A: attending provider",                           ProviderEdits::attendingIsThere),
            edit("CE-011", BLOCKING,    REGISTRATION,   "837P 2310B: rendering provider when not the billing one",  ProviderEdits::renderingIsThere),
            edit("CE-012", BLOCKING,    ADMINISTRATION, "837 2010AA N3, N4: street address, nine-digit zip",        ProviderEdits::billingAddressIsAStreet),
            edit("CE-013", BLOCKING,    ADMINISTRATION, "837 2010AA REF*EI: nine digits",                           ProviderEdits::taxIdHasNineDigits),
            edit("CE-014", OVERRIDABLE, REGISTRATION,   "837 2310: a person, not the organisation that bills",      ProviderEdits::personsAreNotTheBillingProvider),
            edit("CE-020", BLOCKING,    REGISTRATION,   "837 2010BA NM109",                                         CoverageEdits::memberIdIsUsable),
            edit("CE-021", OVERRIDABLE, REGISTRATION,   "the payer's own form of member id",                        CoverageEdits::memberIdHasThePayersForm),
            edit("CE-022", BLOCKING,    REGISTRATION,   "837 2000B, 2000C: subscriber when not the patient",        CoverageEdits::subscriberIsThereWhenNotThePatient),
            edit("CE-023", BLOCKING,    REGISTRATION,   "837 2010BA, 2010CA: N3, N4",                               CoverageEdits::addressesAreComplete),
            edit("CE-024", BLOCKING,    REGISTRATION,   "837 SBR01: one payer per place",                           CoverageEdits::ranksAreUnique),
            edit("CE-025", BLOCKING,    REGISTRATION,   "837 DMG02: born before the service",                       CoverageEdits::birthDatesArePossible),
            edit("CE-026", OVERRIDABLE, REGISTRATION,   "the payer's terms: authorization before inpatient care",   CoverageEdits::authorizationIsThereWhereAsked),
            edit("CE-030", BLOCKING,    BILLING,        "837I DTP*434: from is not after through",                  DateEdits::statementIsInOrder),
            edit("CE-031", BLOCKING,    BILLING,        "837 DTP*472 within the statement period",                  DateEdits::linesAreWithinTheStatement),
            edit("CE-032", BLOCKING,    BILLING,        "nothing is billed before it is given",                     DateEdits::nothingIsInTheFuture),
            edit("CE-040", BLOCKING,    CODING,         "837 HI*ABK: principal diagnosis",                          DiagnosisEdits::principalIsThereOnce),
            edit("CE-041", BLOCKING,    CODING,         "837 HI: no code twice",                                    DiagnosisEdits::noneIsThereTwice),
            edit("CE-042", BLOCKING,    CODING,         "837I 25, 837P 12 diagnoses",                               DiagnosisEdits::countIsWithinLimits),
            edit("CE-043", BLOCKING,    CODING,         "837P SV107: one to four pointers to diagnoses that exist", DiagnosisEdits::pointersLeadSomewhere),
            edit("CE-044", BLOCKING,    CODING,         "Deficit Reduction Act s. 5001(c): present on admission",   DiagnosisEdits::presentOnAdmissionIsTold),
            edit("CE-050", BLOCKING,    BILLING,        "837I SV201: four digits",                                  LineEdits::revenueCodeIsThere),
            edit("CE-051", BLOCKING,    CODING,         "outpatient prospective payment: HCPCS by revenue code",    LineEdits::outpatientLinesHaveProcedureCodes),
            edit("CE-052", BLOCKING,    CODING,         "837P SV101: procedure code",                               LineEdits::professionalLinesHaveProcedureCodes),
            edit("CE-053", BLOCKING,    CODING,         "form of HCPCS codes and modifiers",                        LineEdits::codesHaveTheirForm),
            edit("CE-054", OVERRIDABLE, CODING,         "CARC 18: repeat without repeat modifier",                  LineEdits::repeatsSaySo),
            edit("CE-055", BLOCKING,    BILLING,        "837 SV104, SV205: units are positive",                     LineEdits::unitsArePositive),
            edit("CE-056", BLOCKING,    BILLING,        "837 REF*6R: at most 30 characters, unique in the claim",   LineEdits::controlNumbersAreUnique),
            edit("CE-060", BLOCKING,    REGISTRATION,   "837I CL1, DTP*435: an inpatient claim has its stay",       StayEdits::inpatientHasItsStay),
            edit("CE-061", BLOCKING,    BILLING,        "patient status 30 is for interim bills only",              StayEdits::dischargeFitsTheFrequency),
            edit("CE-062", OVERRIDABLE, BILLING,        "an inpatient claim bills a bed for each night",            StayEdits::bedsFitTheNights),
            edit("CE-063", OVERRIDABLE, BILLING,        "room and board is inpatient",                              StayEdits::outpatientHasNoBeds),
            edit("CE-070", OVERRIDABLE, BILLING,        "timely filing limit; Medicare 42 CFR 424.44",              FilingEdits::limitHasNotPassed),
            edit("CE-071", WARNING,     BILLING,        "timely filing limit within 15 days",                       FilingEdits::limitIsNotNear),
            edit("CE-072", OVERRIDABLE, BILLING,        "CARC 18: the same services on another live claim",         FilingEdits::isNoDuplicate),
            edit("CE-073", BLOCKING,    BILLING,        "837 REF*F8 with frequency 7 and 8, and only then",         FilingEdits::payersNumberFitsTheFrequency),
            edit("CE-080", BLOCKING,    REGISTRATION,   "X12.5 delimiters and control characters",                  TextEdits::charactersAreUsable),
            edit("CE-090", BLOCKING,    REGISTRATION,   "42 CFR 2.31, 2.33: written consent to disclose for payment", ConsentEdits::nothingLeavesWithoutConsent));
    // spotless:on

    private ClaimEdits() {}

    /** Runs every edit. */
    public static ScrubOutcome scrub(ClaimFacts facts) {
        var findings = ALL.stream().flatMap(edit -> edit.apply(facts).stream()).toList();
        return findings.stream().anyMatch(Finding::holds)
                ? new ScrubOutcome.Held(findings)
                : new ScrubOutcome.Clean(findings);
    }

    private static ClaimEdit edit(String id, Severity severity, Team owner, String source, ClaimEdit.Check check) {
        return new ClaimEdit(id, severity, owner, source, check);
    }
}
