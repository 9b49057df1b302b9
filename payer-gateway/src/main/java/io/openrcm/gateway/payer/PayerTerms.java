package io.openrcm.gateway.payer;

import io.openrcm.rest.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed with a payer; the body of its REST resource.
 *
 * @param tradingPartner id of the partner through whom claims go and answers come
 * @param taxId nine digits; tells whose payment a remittance explains
 */
public record PayerTerms(
        String name, String tradingPartner, @Nullable String taxId, Capabilities capabilities) {

    private static final Pattern TAX_ID = Pattern.compile("\\d{9}");

    List<FieldError> errors() {
        var errors = new ArrayList<FieldError>();
        if (name.isBlank() || name.length() > 60) {
            errors.add(new FieldError("/name", "NAME_LENGTH", "a name has 1 to 60 characters"));
        }
        if (taxId != null && !TAX_ID.matcher(taxId).matches()) {
            errors.add(new FieldError("/taxId", "TAX_ID_FORMAT", "a tax id has nine digits"));
        }
        if (!capabilities.areValid()) {
            errors.add(new FieldError(
                    "/capabilities",
                    "LINE_LIMIT",
                    "an institutional claim has 1 to 999 lines, a professional one 1 to 50"));
        }
        return errors;
    }
}
