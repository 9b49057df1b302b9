package io.openrcm.coding.edits;

import io.openrcm.events.coding.CodedEncounter;
import io.openrcm.events.encounter.Coverage;
import io.openrcm.events.encounter.Relationship;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Rules about who may owe the money. */
final class CoverageRules {

    private static final int MAX_COVERAGES = 3;
    private static final Pattern MEMBER_ID = Pattern.compile("[A-Za-z0-9-]{2,80}");
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9./ -]{1,50}");

    static final List<EncounterRule> ALL = List.of(
            new EncounterRule(
                    "TOO_MANY_COVERAGES",
                    "an encounter has at most three coverages",
                    "X12 837 SBR01: primary, secondary, tertiary",
                    (e, today, found) -> tooMany(e, found)),
            new EncounterRule(
                    "COVERAGE_RANKS",
                    "coverages have the ranks 1, 2, 3 without a gap, each once, in this order",
                    "42 CFR 411.20 ff.: one order of liability",
                    (e, today, found) -> ranks(e, found)),
            new EncounterRule(
                    "MEMBER_ID_FORMAT",
                    "a member id is 2 to 80 letters, digits or hyphens",
                    "X12 837 NM109",
                    (e, today, found) -> memberId(e, found)),
            new EncounterRule(
                    "REFERENCE_FORMAT",
                    "group numbers and prior authorizations are 1 to 50 letters, digits, spaces or . / -",
                    "X12 837 SBR03, REF02",
                    (e, today, found) -> references(e, found)),
            new EncounterRule(
                    "SUBSCRIBER_REQUIRED",
                    "a subscriber is named unless the patient is the subscriber",
                    "X12 837 loops 2000B and 2000C",
                    (e, today, found) -> subscriber(e, false, found)),
            new EncounterRule(
                    "SUBSCRIBER_IS_PATIENT",
                    "no subscriber is named where the relationship is SELF",
                    "X12 837 loop 2010BA: the patient's own data count",
                    (e, today, found) -> subscriber(e, true, found)));

    private CoverageRules() {}

    private static void tooMany(CodedEncounter e, Consumer<String> found) {
        if (e.coverages().size() > MAX_COVERAGES) {
            found.accept("/coverages");
        }
    }

    private static void ranks(CodedEncounter e, Consumer<String> found) {
        for (int i = 0; i < e.coverages().size(); i++) {
            if (e.coverages().get(i).rank() != i + 1) {
                found.accept("/coverages/" + i + "/rank");
            }
        }
    }

    private static void memberId(CodedEncounter e, Consumer<String> found) {
        for (int i = 0; i < e.coverages().size(); i++) {
            if (Matches.breaks(MEMBER_ID, e.coverages().get(i).memberId())) {
                found.accept("/coverages/" + i + "/memberId");
            }
        }
    }

    private static void references(CodedEncounter e, Consumer<String> found) {
        for (int i = 0; i < e.coverages().size(); i++) {
            Coverage coverage = e.coverages().get(i);
            if (Matches.breaks(REFERENCE, coverage.groupNumber())) {
                found.accept("/coverages/" + i + "/groupNumber");
            }
            if (Matches.breaks(REFERENCE, coverage.priorAuthorization())) {
                found.accept("/coverages/" + i + "/priorAuthorization");
            }
        }
    }

    private static void subscriber(CodedEncounter e, boolean self, Consumer<String> found) {
        for (int i = 0; i < e.coverages().size(); i++) {
            Coverage coverage = e.coverages().get(i);
            boolean isSelf = coverage.relationship() == Relationship.SELF;
            boolean named = coverage.subscriber() != null;
            if (coverage.relationship() != null && isSelf == self && named == self) {
                found.accept("/coverages/" + i + "/subscriber");
            }
        }
    }
}
