package io.openrcm.events.claims;

import io.openrcm.events.ClaimNumber;
import io.openrcm.events.Money;
import io.openrcm.events.encounter.Coverage;
import io.openrcm.events.encounter.Diagnosis;
import io.openrcm.events.encounter.Patient;
import io.openrcm.events.encounter.Procedure;
import io.openrcm.events.encounter.Provider;
import io.openrcm.events.encounter.Stay;
import io.openrcm.events.protection.Part2;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frozen content of one claim version.
 *
 * @param payerClaimNumber the payer's number for the claim that this one replaces or voids; absent on an original
 * @param typeOfBill three digits without the leading zero, the last being the frequency; institutional only
 * @param placeOfService two digits (CMS place of service); professional only
 * @param coverages every coverage in order of rank; {@code destinationRank} names the one this claim goes to
 * @param diagnoses without duplicates; institutional at most 25, professional at most 12
 * @param part2 present on a claim for treatment that 42 CFR Part 2 protects
 */
public record ClaimContent(
        ClaimType type,
        ClaimNumber number,
        int version,
        Frequency frequency,
        @Nullable String payerClaimNumber,
        @Nullable String typeOfBill,
        @Nullable String placeOfService,
        BillingProvider billingProvider,
        Patient patient,
        List<Coverage> coverages,
        int destinationRank,
        LocalDate statementFrom,
        LocalDate statementThrough,
        @Nullable Stay stay,
        List<Provider> providers,
        List<Diagnosis> diagnoses,
        List<Procedure> procedures,
        List<ServiceLine> lines,
        @Nullable Part2 part2) {

    public ClaimContent {
        coverages = List.copyOf(coverages);
        providers = List.copyOf(providers);
        diagnoses = List.copyOf(diagnoses);
        procedures = List.copyOf(procedures);
        lines = List.copyOf(lines);
    }

    public Money total() {
        return Money.sum(lines, ServiceLine::charge);
    }

    /** The coverage that this claim asks to pay. */
    public Coverage destination() {
        for (Coverage coverage : coverages) {
            if (coverage.rank() == destinationRank) {
                return coverage;
            }
        }
        throw new IllegalStateException("no coverage has the destination's rank");
    }
}
