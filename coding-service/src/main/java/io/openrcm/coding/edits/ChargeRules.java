package io.openrcm.coding.edits;

import io.openrcm.events.Money;
import io.openrcm.events.coding.CodedEncounter;
import io.openrcm.events.encounter.Charge;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Rules about what is charged. */
final class ChargeRules {

    private static final int MAX_CHARGES = 999;
    private static final int MAX_MODIFIERS = 4;
    private static final int MAX_POINTERS = 4;
    private static final int UNIT_DECIMALS = 3;
    private static final BigDecimal MAX_UNITS = new BigDecimal("9999999");
    private static final Money MAX_AMOUNT = Money.of("99999999.99");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,30}");
    private static final Pattern REVENUE_CODE = Pattern.compile("[0-9]{4}");
    private static final Pattern PROCEDURE_CODE = Pattern.compile("[0-9]{4}[0-9A-Z]|[A-Z][0-9]{4}");
    private static final Pattern MODIFIER = Pattern.compile("[0-9A-Z]{2}");

    static final List<EncounterRule> ALL = List.of(
            new EncounterRule(
                    "TOO_MANY_CHARGES",
                    "an encounter has at most 999 charges",
                    "X12 837I loop 2400",
                    (e, today, found) -> tooMany(e, found)),
            each(
                    "CHARGE_ID_FORMAT",
                    "/id",
                    "a charge id is 1 to 30 letters, digits, dots, hyphens or underscores",
                    "X12 837 REF*6R: it comes back with the payment",
                    charge -> Matches.breaks(ID, charge.id())),
            new EncounterRule(
                    "CHARGE_ID_UNIQUE",
                    "a charge id is used once in an encounter",
                    "payments come back by it",
                    (e, today, found) -> uniqueIds(e, found)),
            new EncounterRule(
                    "CHARGE_OUTSIDE_SERVICE_DATES",
                    "a charge's service date is within the encounter's service dates",
                    "UB-04 FL 6 and 45",
                    (e, today, found) -> chargeDate(e, found)),
            each(
                    "REVENUE_CODE_FORMAT",
                    "/revenueCode",
                    "a revenue code has four digits",
                    "UB-04 FL 42",
                    charge -> Matches.breaks(REVENUE_CODE, charge.revenueCode())),
            each(
                    "PROCEDURE_CODE_FORMAT",
                    "/procedureCode",
                    "a procedure code has five characters: HCPCS level I or II",
                    "45 CFR 162.1002(a)(5)",
                    charge -> Matches.breaks(PROCEDURE_CODE, charge.procedureCode())),
            each(
                    "TOO_MANY_MODIFIERS",
                    "/modifiers",
                    "a charge has at most four modifiers",
                    "X12 837 SV101-3 to SV101-6",
                    charge -> charge.modifiers().size() > MAX_MODIFIERS),
            new EncounterRule(
                    "MODIFIER_FORMAT",
                    "a modifier has two digits or capital letters",
                    "HCPCS modifiers",
                    (e, today, found) -> modifierFormat(e, found)),
            each(
                    "MODIFIER_WITHOUT_CODE",
                    "/modifiers",
                    "a modifier needs a procedure code",
                    "X12 837 SV101",
                    charge -> !charge.modifiers().isEmpty() && charge.procedureCode() == null),
            each(
                    "TOO_MANY_DIAGNOSIS_POINTERS",
                    "/diagnosisPointers",
                    "a charge points to at most four diagnoses",
                    "X12 837P SV107",
                    charge -> charge.diagnosisPointers().size() > MAX_POINTERS),
            new EncounterRule(
                    "DIAGNOSIS_POINTER_UNKNOWN",
                    "a pointer is the position of a listed diagnosis, counted from 1, and is given once",
                    "X12 837P SV107",
                    (e, today, found) -> pointers(e, found)),
            each(
                    "NEGATIVE_AMOUNT",
                    "/amount",
                    "an amount is not negative: leave a reversed charge out",
                    "X12 837 SV102, SV203",
                    charge -> charge.amount() != null && charge.amount().isNegative()),
            each(
                    "AMOUNT_TOO_LARGE",
                    "/amount",
                    "an amount is below 100 million dollars",
                    "X12 837 SV102: ten characters",
                    charge -> charge.amount() != null && charge.amount().compareTo(MAX_AMOUNT) > 0),
            each(
                    "UNITS_RANGE",
                    "/units",
                    "units are more than zero, below ten million, with at most three decimal places",
                    "X12 837 SV104, SV205",
                    charge -> charge.units() != null && !isCountable(charge.units())));

    private ChargeRules() {}

    /** A rule about each charge by itself. */
    private static EncounterRule each(
            String code, String field, String sentence, String source, Predicate<Charge> isOffence) {
        return new EncounterRule(code, sentence, source, (e, today, found) -> {
            for (int i = 0; i < e.charges().size(); i++) {
                if (isOffence.test(e.charges().get(i))) {
                    found.accept("/charges/" + i + field);
                }
            }
        });
    }

    private static void tooMany(CodedEncounter e, Consumer<String> found) {
        if (e.charges().size() > MAX_CHARGES) {
            found.accept("/charges");
        }
    }

    private static void uniqueIds(CodedEncounter e, Consumer<String> found) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < e.charges().size(); i++) {
            String id = e.charges().get(i).id();
            if (id != null && !seen.add(id)) {
                found.accept("/charges/" + i + "/id");
            }
        }
    }

    private static void chargeDate(CodedEncounter e, Consumer<String> found) {
        for (int i = 0; i < e.charges().size(); i++) {
            if (Matches.isOutside(e.charges().get(i).servicedOn(), e.serviceFrom(), e.serviceThrough())) {
                found.accept("/charges/" + i + "/servicedOn");
            }
        }
    }

    private static void modifierFormat(CodedEncounter e, Consumer<String> found) {
        for (int i = 0; i < e.charges().size(); i++) {
            List<String> modifiers = e.charges().get(i).modifiers();
            for (int m = 0; m < modifiers.size(); m++) {
                if (Matches.breaks(MODIFIER, modifiers.get(m))) {
                    found.accept("/charges/" + i + "/modifiers/" + m);
                }
            }
        }
    }

    private static void pointers(CodedEncounter e, Consumer<String> found) {
        for (int i = 0; i < e.charges().size(); i++) {
            List<Integer> pointers = e.charges().get(i).diagnosisPointers();
            for (int p = 0; p < pointers.size(); p++) {
                int position = pointers.get(p);
                boolean exists = position >= 1 && position <= e.diagnoses().size();
                boolean isRepeated = pointers.indexOf(position) < p;
                if (!exists || isRepeated) {
                    found.accept("/charges/" + i + "/diagnosisPointers/" + p);
                }
            }
        }
    }

    private static boolean isCountable(BigDecimal units) {
        return units.signum() > 0
                && units.compareTo(MAX_UNITS) <= 0
                && units.stripTrailingZeros().scale() <= UNIT_DECIMALS;
    }
}
