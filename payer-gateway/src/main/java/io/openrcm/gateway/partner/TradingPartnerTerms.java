package io.openrcm.gateway.partner;

import io.openrcm.rest.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is agreed with a trading partner; the body of its REST resource.
 *
 * @param folder its folder's name under the exchange root: letters, digits, hyphens and underscores
 */
public record TradingPartnerTerms(
        String name,
        InterchangeParties parties,
        Submitter submitter,
        UsageMode usage,
        AdapterKind adapter,
        String folder) {

    private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

    List<FieldError> errors() {
        var errors = new ArrayList<FieldError>();
        if (name.isBlank() || name.length() > 60) {
            errors.add(new FieldError("/name", "NAME_LENGTH", "a name has 1 to 60 characters"));
        }
        if (!parties.areValid()) {
            errors.add(new FieldError(
                    "/parties",
                    "INTERCHANGE_PARTIES",
                    "qualifiers have two upper-case letters or digits, ids 2 to 15 of them"));
        }
        if (!submitter.isValid()) {
            errors.add(new FieldError("/submitter", "SUBMITTER", "names have 1 to 60 characters, a phone ten digits"));
        }
        if (!FOLDER.matcher(folder).matches()) {
            errors.add(new FieldError(
                    "/folder", "FOLDER_NAME", "a folder's name has letters, digits, hyphens and underscores only"));
        }
        return errors;
    }
}
