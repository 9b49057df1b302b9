package io.openrcm.coding.edits;

import io.openrcm.events.coding.CodedEncounter;
import io.openrcm.events.encounter.Address;
import io.openrcm.events.encounter.Coverage;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules about the persons: the patient, subscribers and providers. */
final class PartyRules {

    private static final int MAX_AGE_YEARS = 130;
    private static final int MAX_PROVIDERS = 50;
    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");
    private static final Pattern ZIP = Pattern.compile("[0-9]{5}([0-9]{4})?");
    private static final Pattern TAXONOMY = Pattern.compile("[0-9A-Z]{10}");

    static final List<EncounterRule> ALL = List.of(
            new EncounterRule(
                    "BORN_AFTER_SERVICE",
                    "nobody is treated before the day of birth",
                    "X12 837 DMG02",
                    (e, today, found) -> bornAfterService(e, found)),
            new EncounterRule(
                    "BIRTH_DATE_IMPLAUSIBLE",
                    "a birth date is less than 130 years before the service",
                    "oldest person known: 122 years",
                    (e, today, found) -> bornTooLongAgo(e, found)),
            new EncounterRule(
                    "SUBSCRIBER_BIRTH_DATE",
                    "a subscriber's birth date is neither in the future nor 130 years ago",
                    "X12 837 loop 2010BA DMG02",
                    PartyRules::subscriberBirthDate),
            new EncounterRule(
                    "STATE_FORMAT",
                    "a state has two capital letters",
                    "USPS Publication 28, appendix B",
                    (e, today, found) -> eachAddress(e, (address, at) -> {
                        if (Matches.breaks(STATE, address.state())) {
                            found.accept(at + "/state");
                        }
                    })),
            new EncounterRule(
                    "ZIP_FORMAT",
                    "a ZIP code has five or nine digits, without a hyphen",
                    "X12 837 N403",
                    (e, today, found) -> eachAddress(e, (address, at) -> {
                        if (Matches.breaks(ZIP, address.zip())) {
                            found.accept(at + "/zip");
                        }
                    })),
            new EncounterRule(
                    "TAXONOMY_FORMAT",
                    "a taxonomy code has ten digits or capital letters",
                    "NUCC Health Care Provider Taxonomy",
                    (e, today, found) -> taxonomy(e, found)),
            new EncounterRule(
                    "TOO_MANY_PROVIDERS",
                    "an encounter has at most 50 providers",
                    "our limit",
                    (e, today, found) -> tooManyProviders(e, found)));

    private PartyRules() {}

    private static void bornAfterService(CodedEncounter e, Consumer<String> found) {
        if (e.patient() != null && Matches.isAfter(e.patient().birthDate(), e.serviceFrom())) {
            found.accept("/patient/birthDate");
        }
    }

    private static void bornTooLongAgo(CodedEncounter e, Consumer<String> found) {
        if (e.patient() != null
                && e.serviceFrom() != null
                && isTooOld(e.patient().birthDate(), e.serviceFrom())) {
            found.accept("/patient/birthDate");
        }
    }

    private static void subscriberBirthDate(CodedEncounter e, LocalDate today, Consumer<String> found) {
        for (int i = 0; i < e.coverages().size(); i++) {
            var subscriber = e.coverages().get(i).subscriber();
            if (subscriber != null
                    && (Matches.isAfter(subscriber.birthDate(), today) || isTooOld(subscriber.birthDate(), today))) {
                found.accept("/coverages/" + i + "/subscriber/birthDate");
            }
        }
    }

    private static boolean isTooOld(@Nullable LocalDate birthDate, LocalDate on) {
        return Matches.isAfter(on.minusYears(MAX_AGE_YEARS), birthDate);
    }

    private static void taxonomy(CodedEncounter e, Consumer<String> found) {
        for (int i = 0; i < e.providers().size(); i++) {
            if (Matches.breaks(TAXONOMY, e.providers().get(i).taxonomy())) {
                found.accept("/providers/" + i + "/taxonomy");
            }
        }
    }

    private static void tooManyProviders(CodedEncounter e, Consumer<String> found) {
        if (e.providers().size() > MAX_PROVIDERS) {
            found.accept("/providers");
        }
    }

    private static void eachAddress(CodedEncounter e, AddressCheck check) {
        if (e.patient() != null && e.patient().address() != null) {
            check.of(e.patient().address(), "/patient/address");
        }
        List<Coverage> coverages = e.coverages();
        for (int i = 0; i < coverages.size(); i++) {
            var subscriber = coverages.get(i).subscriber();
            if (subscriber != null && subscriber.address() != null) {
                check.of(subscriber.address(), "/coverages/" + i + "/subscriber/address");
            }
        }
    }

    private interface AddressCheck {
        void of(Address address, String at);
    }
}
