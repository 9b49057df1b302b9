package io.openrcm.claims.scrubbing.edits;

import static io.openrcm.claims.scrubbing.ClaimFacts.pointer;

import io.openrcm.claims.scrubbing.ClaimEdit.Report;
import io.openrcm.claims.scrubbing.ClaimFacts;
import io.openrcm.events.claims.ServiceLine;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Edits about the service lines. */
public final class LineEdits {

    private static final int MAX_PROFESSIONAL_LINES = 50;
    private static final int MAX_INSTITUTIONAL_LINES = 999;
    private static final int MAX_CONTROL_NUMBER_LENGTH = 30;
    private static final int MAX_MODIFIERS = 4;
    private static final Pattern REVENUE_CODE = Pattern.compile("0\\d{3}");
    private static final Pattern PROCEDURE_CODE = Pattern.compile("[A-Z0-9]\\d{3}[A-Z0-9]");
    private static final Pattern MODIFIER = Pattern.compile("[A-Z0-9]{2}");

    /** Modifiers that say a service was given again, or apart from its twin. */
    private static final Set<String> REPEAT_MODIFIERS = Set.of("76", "77", "91", "59", "XE", "XP", "XS", "XU");

    /**
     * First three digits of revenue codes under which an outpatient line is paid by its HCPCS code only: laboratory,
     * radiology, surgery, therapies, emergency room, pulmonary, cardiology, clinic, imaging, detailed drugs.
     */
    private static final Set<String> FAMILIES_WITH_PROCEDURE_CODES = Set.of(
            "030", "031", "032", "033", "034", "035", "036", "040", "042", "043", "044", "045", "046", "048", "049",
            "051", "061", "073", "074", "075", "090", "091");

    private static final String DETAILED_DRUGS = "0636";

    private LineEdits() {}

    public static void totalIsPositive(ClaimFacts facts, Report report) {
        if (!facts.content().total().isPositive()) {
            report.at("/lines", "the charges of all lines add up to nothing");
        }
    }

    public static void chargesAreNotNegative(ClaimFacts facts, Report report) {
        each(facts, line -> line.charge().isNegative(), "charge", "the charge is negative", report);
    }

    public static void countIsWithinLimits(ClaimFacts facts, Report report) {
        int limit = facts.isInstitutional() ? MAX_INSTITUTIONAL_LINES : MAX_PROFESSIONAL_LINES;
        int lines = facts.content().lines().size();
        if (lines < 1 || lines > limit) {
            report.at("/lines", "a claim of this type has 1 to " + limit + " lines, this one has " + lines);
        }
    }

    public static void revenueCodeIsThere(ClaimFacts facts, Report report) {
        if (facts.isInstitutional()) {
            each(
                    facts,
                    line -> !matches(REVENUE_CODE, line.revenueCode()),
                    "revenueCode",
                    "a four-digit revenue code is missing",
                    report);
        }
    }

    public static void outpatientLinesHaveProcedureCodes(ClaimFacts facts, Report report) {
        if (facts.isInstitutional() && !facts.isInpatient()) {
            each(
                    facts,
                    line -> line.procedureCode() == null && needsProcedureCode(line.revenueCode()),
                    "procedureCode",
                    "an outpatient line with this revenue code needs a HCPCS code",
                    report);
        }
    }

    private static boolean needsProcedureCode(@Nullable String revenueCode) {
        return revenueCode != null
                && matches(REVENUE_CODE, revenueCode)
                && (DETAILED_DRUGS.equals(revenueCode)
                        || FAMILIES_WITH_PROCEDURE_CODES.contains(revenueCode.substring(0, 3)));
    }

    public static void professionalLinesHaveProcedureCodes(ClaimFacts facts, Report report) {
        if (!facts.isInstitutional()) {
            each(facts, line -> line.procedureCode() == null, "procedureCode", "a procedure code is missing", report);
        }
    }

    public static void codesHaveTheirForm(ClaimFacts facts, Report report) {
        each(
                facts,
                line -> line.procedureCode() != null && !matches(PROCEDURE_CODE, line.procedureCode()),
                "procedureCode",
                "a HCPCS code is five characters",
                report);
        each(
                facts,
                line -> line.modifiers().size() > MAX_MODIFIERS
                        || !line.modifiers().stream().allMatch(modifier -> matches(MODIFIER, modifier)),
                "modifiers",
                "at most four modifiers of two characters",
                report);
    }

    public static void repeatsSaySo(ClaimFacts facts, Report report) {
        record Service(Object servicedOn, @Nullable String revenueCode, String procedureCode, List<String> modifiers) {}
        var seen = new HashSet<Service>();
        each(
                facts,
                line -> line.procedureCode() != null
                        && !seen.add(new Service(
                                line.servicedOn(), line.revenueCode(), line.procedureCode(), line.modifiers()))
                        && Collections.disjoint(line.modifiers(), REPEAT_MODIFIERS),
                "modifiers",
                "the same service on the same day again, without a modifier that says why",
                report);
    }

    public static void unitsArePositive(ClaimFacts facts, Report report) {
        each(facts, line -> line.units().signum() <= 0, "units", "units are more than zero", report);
    }

    public static void controlNumbersAreUnique(ClaimFacts facts, Report report) {
        var seen = new HashSet<String>();
        each(
                facts,
                line -> line.controlNumber().isBlank()
                        || line.controlNumber().length() > MAX_CONTROL_NUMBER_LENGTH
                        || !seen.add(line.controlNumber()),
                "controlNumber",
                "a line control number has 1 to 30 characters and is unique in its claim",
                report);
    }

    private static boolean matches(Pattern pattern, @Nullable String value) {
        return value != null && pattern.matcher(value).matches();
    }

    private static void each(
            ClaimFacts facts, Predicate<ServiceLine> isWrong, String field, String message, Report report) {
        var lines = facts.content().lines();
        for (int i = 0; i < lines.size(); i++) {
            if (isWrong.test(lines.get(i))) {
                report.at(pointer("lines", i, field), message);
            }
        }
    }
}
