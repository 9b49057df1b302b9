package io.openrcm.gateway.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.regex.Pattern;

/**
 * How the two sides of an exchange name themselves on every interchange.
 *
 * @param ourQualifier two characters (ISA05), {@code ZZ} where both sides agreed on the id
 * @param ourId at most 15 characters (ISA06, GS02)
 * @param partnerQualifier two characters (ISA07)
 * @param partnerId at most 15 characters (ISA08, GS03)
 */
@Embeddable
public record InterchangeParties(
        @Column(name = "our_qualifier") String ourQualifier,
        @Column(name = "our_id") String ourId,
        @Column(name = "partner_qualifier") String partnerQualifier,
        @Column(name = "partner_id") String partnerId) {

    private static final Pattern QUALIFIER = Pattern.compile("[A-Z0-9]{2}");
    private static final Pattern ID = Pattern.compile("[A-Z0-9][A-Z0-9 .-]{1,14}");

    boolean areValid() {
        return QUALIFIER.matcher(ourQualifier).matches()
                && QUALIFIER.matcher(partnerQualifier).matches()
                && ID.matcher(ourId).matches()
                && ID.matcher(partnerId).matches();
    }
}
