package io.openrcm.claims.coordination;

import io.openrcm.events.InvalidValue;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ClaimType;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What a payer's contract or rule book says about time and form.
 *
 * @param filingDays days from the service date in which a claim must be filed; 0 is one calendar year
 * @param appealDays days from the decision in which an appeal must be filed
 * @param responseDays days after submission in which an answer is due
 * @param asksAuthorizationForInpatient whether an inpatient claim without prior authorization number is denied
 * @param memberIdPattern regular expression for the whole member id; absent where the payer's cards follow no rule
 */
public record PayerTerms(
        PayerId payer,
        String name,
        int filingDays,
        int appealDays,
        int responseDays,
        boolean asksAuthorizationForInpatient,
        @Nullable String memberIdPattern) {

    private static final int MAX_DAYS = 1_100;

    public PayerTerms {
        requireDays(filingDays, 0, "FILING_DAYS_RANGE");
        requireDays(appealDays, 1, "APPEAL_DAYS_RANGE");
        requireDays(responseDays, 1, "RESPONSE_DAYS_RANGE");
        if (memberIdPattern != null) {
            requirePattern(memberIdPattern);
        }
    }

    /** For a payer about which nothing is recorded. */
    public static PayerTerms usual(PayerId payer) {
        return new PayerTerms(payer, payer.value(), 365, 180, 30, false, null);
    }

    /**
     * The last day to file. Medicare counts one calendar year, from the Through date of an institutional claim and from the
     * From date of a professional one (42 CFR 424.44); other payers' days are counted from the same dates.
     */
    public LocalDate fileBy(ClaimType type, LocalDate serviceFrom, LocalDate serviceThrough) {
        var counted = type == ClaimType.INSTITUTIONAL ? serviceThrough : serviceFrom;
        return filingDays == 0 ? counted.plusYears(1) : counted.plusDays(filingDays);
    }

    /** The last day to appeal a decision of {@code decidedOn}. */
    public LocalDate appealBy(LocalDate decidedOn) {
        return decidedOn.plusDays(appealDays);
    }

    public LocalDate answerDueOn(LocalDate submittedOn) {
        return submittedOn.plusDays(responseDays);
    }

    private static void requireDays(int days, int least, String rule) {
        if (days < least || days > MAX_DAYS) {
            throw new InvalidValue(rule, "days are between " + least + " and " + MAX_DAYS);
        }
    }

    private static void requirePattern(String pattern) {
        try {
            var _ = Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            var refused = new InvalidValue("MEMBER_ID_PATTERN", "the member id pattern is no regular expression");
            refused.initCause(e);
            throw refused;
        }
    }
}
