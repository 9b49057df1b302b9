package io.openrcm.gateway.x12.expressible;

import io.openrcm.events.Money;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.encounter.Charge.Unit;
import io.openrcm.gateway.x12.expressible.Expressibility.Rule;
import io.openrcm.gateway.x12.syntax.BasicText;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Service lines: number, codes, units, amounts, pointers. */
final class LineGaps {

    private static final int MOST_PROFESSIONAL_LINES = 50;
    private static final int MOST_INSTITUTIONAL_LINES = 999;
    private static final int MOST_POINTERS = 4;
    private static final int MOST_MODIFIERS = 4;

    /** Ten digits of dollars and cents (837 guides, data element 782). */
    private static final long MOST_CENTS = 9_999_999_999L;

    private final Gaps gaps;
    private final Set<String> numbers = new HashSet<>();

    LineGaps(Gaps gaps) {
        this.gaps = gaps;
    }

    void check(ClaimContent claim) {
        List<ServiceLine> lines = claim.lines();
        boolean professional = claim.type() == ClaimType.PROFESSIONAL;
        int most = professional ? MOST_PROFESSIONAL_LINES : MOST_INSTITUTIONAL_LINES;
        gaps.addIf(lines.isEmpty(), "/lines", Rule.MISSING);
        gaps.addIf(lines.size() > most, "/lines", Rule.TOO_MANY);
        boolean amountsFit = true;
        for (int i = 0; i < lines.size(); i++) {
            String field = "/lines/" + i;
            ServiceLine line = lines.get(i);
            amountsFit &= common(field, line);
            if (professional) {
                professional(field, line, claim.diagnoses().size());
            } else {
                institutional(field, line);
            }
        }
        gaps.addIf(amountsFit && exceeds(claim.total()), "/lines", Rule.TOO_LONG);
    }

    private boolean common(String field, ServiceLine line) {
        String number = line.controlNumber();
        gaps.identifier(field + "/controlNumber", number, 30);
        // It is our key when it comes back, and so must go out exactly as it is.
        gaps.addIf(
                BasicText.isIdentifier(number) && !BasicText.isVerbatim(number), field + "/controlNumber", Rule.FORMAT);
        gaps.addIf(!numbers.add(number), field + "/controlNumber", Rule.REPEATED);
        gaps.date(field + "/servicedOn", line.servicedOn());
        gaps.addIf(line.modifiers().size() > MOST_MODIFIERS, field + "/modifiers", Rule.TOO_MANY);
        for (String modifier : line.modifiers()) {
            gaps.code(field + "/modifiers", modifier, 2, 2);
        }
        gaps.optionalText(field + "/description", line.description(), 80);
        gaps.addIf(!fits(line.units()), field + "/units", Rule.FORMAT);
        boolean amountFits = !line.charge().isNegative() && !exceeds(line.charge());
        gaps.addIf(!amountFits, field + "/charge", Rule.FORMAT);
        return amountFits;
    }

    private static boolean exceeds(Money amount) {
        return amount.cents() > MOST_CENTS;
    }

    /** Eight digits and three decimal places (data element 380). */
    private static boolean fits(BigDecimal units) {
        return units.signum() > 0
                && units.precision() - (long) units.scale() <= 8
                && units.stripTrailingZeros().scale() <= 3;
    }

    private void professional(String field, ServiceLine line, int diagnoses) {
        gaps.code(field + "/procedureCode", line.procedureCode(), 5, 5);
        gaps.addIf(line.unit() == Unit.DAYS, field + "/unit", Rule.NOT_ALLOWED);
        List<Integer> pointers = line.diagnosisPointers();
        gaps.addIf(pointers.isEmpty(), field + "/diagnosisPointers", Rule.MISSING);
        gaps.addIf(pointers.size() > MOST_POINTERS, field + "/diagnosisPointers", Rule.TOO_MANY);
        boolean astray = pointers.stream().anyMatch(pointer -> pointer < 1 || pointer > diagnoses);
        gaps.addIf(astray, field + "/diagnosisPointers", Rule.FORMAT);
    }

    private void institutional(String field, ServiceLine line) {
        gaps.digits(field + "/revenueCode", line.revenueCode(), 4);
        gaps.optionalCode(field + "/procedureCode", line.procedureCode(), 5, 5);
        gaps.addIf(line.procedureCode() == null && !line.modifiers().isEmpty(), field + "/procedureCode", Rule.MISSING);
        gaps.addIf(line.unit() == Unit.MINUTES, field + "/unit", Rule.NOT_ALLOWED);
    }
}
