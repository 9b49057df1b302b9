package io.openrcm.coding.edits;

import io.openrcm.events.Money;
import io.openrcm.events.coding.CodedEncounter;
import io.openrcm.events.encounter.Charge;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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
                    "a charge id is 1 to 30 letters, digits, dots, hyphens or underscores",
                    "X12 837 REF*6R: it comes back with the payment",
                    (c, at, found) -> offend(Matches.breaks(ID, c.id()), at + "/id", found)),
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
                    "a revenue code has four digits",
                    "UB-04 FL 42",
                    (c, at, found) ->
                            offend(Matches.breaks(REVENUE_CODE, c.revenueCode()), at + "/revenueCode", found)),
            each(
                    "PROCEDURE_CODE_FORMAT",
                    "a procedure code has five characters: HCPCS level I or II",
                    "45 CFR 162.1002(a)(5)",
                    (c, at, found) ->
                            offend(Matches.breaks(PROCEDURE_CODE, c.procedureCode()), at + "/procedureCode", found)),
            each(
                    "TOO_MANY_MODIFIERS",
                    "a charge has at most four modifiers",
                    "X12 837 SV101-3 to SV101-6",
                    (c, at, found) -> offend(c.modifiers().size() > MAX_MODIFIERS, at + "/modifiers", found)),
            each(
                    "MODIFIER_FORMAT",
                    "a modifier has two digits or capital letters",
                    "HCPCS modifiers",
                    ChargeRules::modifierFormat),
            each(
                    "MODIFIER_WITHOUT_CODE",
                    "a modifier needs a procedure code",
                    "X12 837 SV101",
                    (c, at, found) ->
                            offend(!c.modifiers().isEmpty() && c.procedureCode() == null, at + "/modifiers", found)),
            each(
                    "TOO_MANY_DIAGNOSIS_POINTERS",
                    "a charge points to at most four diagnoses",
                    "X12 837P SV107",
                    (c, at, found) ->
                            offend(c.diagnosisPointers().size() > MAX_POINTERS, at + "/diagnosisPointers", found)),
            new EncounterRule(
                    "DIAGNOSIS_POINTER_UNKNOWN",
                    "a pointer is the position of a listed diagnosis, counted from 1, and is given once",
                    "X12 837P SV107",
                    (e, today, found) -> pointers(e, found)),
            each(
                    "NEGATIVE_AMOUNT",
                    "an amount is not negative: leave a reversed charge out",
                    "X12 837 SV102, SV203",
                    (c, at, found) -> offend(c.amount() != null && c.amount().isNegative(), at + "/amount", found)),
            each(
                    "AMOUNT_TOO_LARGE",
                    "an amount is below 100 million dollars",
                    "X12 837 SV102: ten characters",
                    (c, at, found) ->
                            offend(c.amount() != null && c.amount().compareTo(MAX_AMOUNT) > 0, at + "/amount", found)),
            each(
                    "UNITS_RANGE",
                    "units are more than zero, below ten million, with at most three decimal places",
                    "X12 837 SV104, SV205",
                    (c, at, found) -> offend(c.units() != null && !isCountable(c.units()), at + "/units", found)));

    private ChargeRules() {}

    private interface ChargeSearch {
        void in(Charge charge, String at, Consumer<String> found);
    }

    private static EncounterRule each(String code, String sentence, String source, ChargeSearch search) {
        return new EncounterRule(code, sentence, source, (e, today, found) -> {
            for (int i = 0; i < e.charges().size(); i++) {
                search.in(e.charges().get(i), "/charges/" + i, found);
            }
        });
    }

    private static void offend(boolean isOffence, String pointer, Consumer<String> found) {
        if (isOffence) {
            found.accept(pointer);
        }
    }

    private static void tooMany(CodedEncounter e, Consumer<String> found) {
        offend(e.charges().size() > MAX_CHARGES, "/charges", found);
    }

    private static void uniqueIds(CodedEncounter e, Consumer<String> found) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < e.charges().size(); i++) {
            String id = e.charges().get(i).id();
            offend(id != null && !seen.add(id), "/charges/" + i + "/id", found);
        }
    }

    private static void chargeDate(CodedEncounter e, Consumer<String> found) {
        for (int i = 0; i < e.charges().size(); i++) {
            boolean isOutside = Matches.isOutside(e.charges().get(i).servicedOn(), e.serviceFrom(), e.serviceThrough());
            offend(isOutside, "/charges/" + i + "/servicedOn", found);
        }
    }

    private static void modifierFormat(Charge charge, String at, Consumer<String> found) {
        for (int i = 0; i < charge.modifiers().size(); i++) {
            offend(Matches.breaks(MODIFIER, charge.modifiers().get(i)), at + "/modifiers/" + i, found);
        }
    }

    private static void pointers(CodedEncounter e, Consumer<String> found) {
        for (int i = 0; i < e.charges().size(); i++) {
            List<Integer> pointers = e.charges().get(i).diagnosisPointers();
            for (int p = 0; p < pointers.size(); p++) {
                int position = pointers.get(p);
                boolean exists = position >= 1 && position <= e.diagnoses().size();
                boolean isRepeated = pointers.indexOf(position) < p;
                offend(!exists || isRepeated, "/charges/" + i + "/diagnosisPointers/" + p, found);
            }
        }
    }

    private static boolean isCountable(BigDecimal units) {
        return units.signum() > 0
                && units.compareTo(MAX_UNITS) <= 0
                && units.stripTrailingZeros().scale() <= UNIT_DECIMALS;
    }
}
