package io.openrcm.gateway.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.regex.Pattern;

/**
 * Who we are on the files we send, and whom the partner calls about one.
 *
 * @param contactPhone ten digits
 */
@Embeddable
public record Submitter(
        @Column(name = "submitter_name") String name,
        @Column(name = "contact_name") String contactName,
        @Column(name = "contact_phone") String contactPhone) {

    private static final Pattern PHONE = Pattern.compile("\\d{10}");

    boolean isValid() {
        return isName(name)
                && isName(contactName)
                && PHONE.matcher(contactPhone).matches();
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.length() <= 60;
    }
}
