package io.openrcm.claims.scrubbing.edits;

import static io.openrcm.claims.scrubbing.ClaimFacts.pointer;

import io.openrcm.claims.scrubbing.ClaimEdit.Report;
import io.openrcm.claims.scrubbing.ClaimFacts;
import io.openrcm.events.encounter.Address;
import io.openrcm.events.encounter.PersonName;
import org.jspecify.annotations.Nullable;

/** Edits about characters that no claim file can carry. */
public final class TextEdits {

    private static final String DELIMITERS = "*:^~|";

    private TextEdits() {}

    public static void charactersAreUsable(ClaimFacts facts, Report report) {
        var patient = facts.content().patient();
        name(patient.name(), "/patient/name", report);
        address(patient.address(), "/patient/address", report);
        text(patient.medicalRecordNumber(), "/patient/medicalRecordNumber", report);
        var coverages = facts.content().coverages();
        for (int i = 0; i < coverages.size(); i++) {
            text(coverages.get(i).groupNumber(), pointer("coverages", i, "groupNumber"), report);
            text(coverages.get(i).priorAuthorization(), pointer("coverages", i, "priorAuthorization"), report);
            var subscriber = coverages.get(i).subscriber();
            if (subscriber != null) {
                name(subscriber.name(), pointer("coverages", i, "subscriber/name"), report);
                address(subscriber.address(), pointer("coverages", i, "subscriber/address"), report);
            }
        }
        var providers = facts.content().providers();
        for (int i = 0; i < providers.size(); i++) {
            name(providers.get(i).name(), pointer("providers", i, "name"), report);
        }
        var lines = facts.content().lines();
        for (int i = 0; i < lines.size(); i++) {
            text(lines.get(i).description(), pointer("lines", i, "description"), report);
        }
    }

    private static void name(PersonName name, String field, Report report) {
        if (name.family().isBlank()) {
            report.at(field + "/family", "a family name is needed");
        }
        text(name.family(), field + "/family", report);
        text(name.given(), field + "/given", report);
        text(name.middle(), field + "/middle", report);
    }

    private static void address(Address address, String field, Report report) {
        text(address.street(), field + "/street", report);
        text(address.street2(), field + "/street2", report);
        text(address.city(), field + "/city", report);
    }

    private static void text(@Nullable String text, String field, Report report) {
        if (text != null && !text.chars().allMatch(TextEdits::isUsable)) {
            report.at(field, "a character cannot be sent: a delimiter, a control character, or none of Latin-1");
        }
    }

    /** Latin-1 letters are the X12 extended character set; the gateway writes them as its trading partner wants. */
    private static boolean isUsable(int character) {
        return character >= ' ' && character <= 0xFF && character != 0x7F && DELIMITERS.indexOf(character) < 0;
    }
}
