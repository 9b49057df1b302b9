package io.openrcm.claims.scrubbing.edits;

import static io.openrcm.claims.scrubbing.ClaimFacts.pointer;

import io.openrcm.claims.scrubbing.ClaimEdit.Report;
import io.openrcm.claims.scrubbing.ClaimFacts;
import io.openrcm.events.encounter.Address;
import io.openrcm.events.encounter.Relationship;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Edits about the patient, the subscriber and the coverage that is asked to pay. */
public final class CoverageEdits {

    private static final Pattern MEMBER_ID = Pattern.compile("[A-Za-z0-9-]{2,80}");
    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");
    private static final Pattern ZIP = Pattern.compile("\\d{5}(\\d{4})?");

    private CoverageEdits() {}

    public static void memberIdIsUsable(ClaimFacts facts, Report report) {
        var coverages = facts.content().coverages();
        for (int i = 0; i < coverages.size(); i++) {
            if (!MEMBER_ID.matcher(coverages.get(i).memberId()).matches()) {
                report.at(pointer("coverages", i, "memberId"), "a member id has 2 to 80 letters, digits or hyphens");
            }
        }
    }

    public static void memberIdHasThePayersForm(ClaimFacts facts, Report report) {
        var pattern = facts.terms().memberIdPattern();
        var memberId = facts.content().destination().memberId();
        if (pattern != null && !Pattern.matches(pattern, memberId)) {
            report.at(destination(facts, "memberId"), "the member id has not the form of this payer's cards");
        }
    }

    public static void subscriberIsThereWhenNotThePatient(ClaimFacts facts, Report report) {
        var coverages = facts.content().coverages();
        for (int i = 0; i < coverages.size(); i++) {
            boolean isSelf = coverages.get(i).relationship() == Relationship.SELF;
            boolean hasSubscriber = coverages.get(i).subscriber() != null;
            if (isSelf && hasSubscriber) {
                report.at(pointer("coverages", i, "subscriber"), "the patient is the subscriber, so no other is named");
            }
            if (!isSelf && !hasSubscriber) {
                report.at(
                        pointer("coverages", i, "subscriber"),
                        "the subscriber's name, birth date and address are missing");
            }
        }
    }

    public static void addressesAreComplete(ClaimFacts facts, Report report) {
        address(facts.content().patient().address(), "/patient/address", report);
        var coverages = facts.content().coverages();
        for (int i = 0; i < coverages.size(); i++) {
            var subscriber = coverages.get(i).subscriber();
            if (subscriber != null) {
                address(subscriber.address(), pointer("coverages", i, "subscriber/address"), report);
            }
        }
    }

    private static void address(Address address, String field, Report report) {
        if (address.street().isBlank() || address.city().isBlank()) {
            report.at(field, "street and city are needed");
        }
        if (!STATE.matcher(address.state()).matches()) {
            report.at(field + "/state", "a state has two letters");
        }
        if (!ZIP.matcher(address.zip()).matches()) {
            report.at(field + "/zip", "a zip has five or nine digits");
        }
    }

    public static void ranksAreUnique(ClaimFacts facts, Report report) {
        var seen = new HashSet<Integer>();
        var coverages = facts.content().coverages();
        for (int i = 0; i < coverages.size(); i++) {
            if (!seen.add(coverages.get(i).rank())) {
                report.at(pointer("coverages", i, "rank"), "two coverages have the same rank");
            }
        }
    }

    public static void birthDatesArePossible(ClaimFacts facts, Report report) {
        birthDate(
                facts.content().patient().birthDate(),
                "/patient/birthDate",
                facts.content().statementThrough(),
                report);
        var subscriber = facts.content().destination().subscriber();
        if (subscriber != null) {
            birthDate(subscriber.birthDate(), destination(facts, "subscriber/birthDate"), facts.today(), report);
        }
    }

    private static void birthDate(LocalDate birthDate, String field, LocalDate notAfter, Report report) {
        if (birthDate.isAfter(notAfter) || birthDate.getYear() < 1890) {
            report.at(field, "the birth date is not possible");
        }
    }

    public static void authorizationIsThereWhereAsked(ClaimFacts facts, Report report) {
        if (facts.isInpatient()
                && facts.terms().asksAuthorizationForInpatient()
                && isBlank(facts.content().destination().priorAuthorization())) {
            report.at(destination(facts, "priorAuthorization"), "this payer asks for a prior authorization number");
        }
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static String destination(ClaimFacts facts, String field) {
        var content = facts.content();
        return pointer("coverages", content.coverages().indexOf(content.destination()), field);
    }
}
