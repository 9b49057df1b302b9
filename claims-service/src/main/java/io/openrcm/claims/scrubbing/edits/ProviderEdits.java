package io.openrcm.claims.scrubbing.edits;

import static io.openrcm.claims.scrubbing.ClaimFacts.pointer;

import io.openrcm.claims.scrubbing.ClaimEdit.Report;
import io.openrcm.claims.scrubbing.ClaimFacts;
import io.openrcm.events.encounter.Provider.Role;
import java.util.regex.Pattern;

/** Edits about who gave care and who is paid. */
public final class ProviderEdits {

    private static final Pattern POST_OFFICE_BOX = Pattern.compile(
            "\\b(P\\.?\\s*O\\.?\\s*BOX|POST\\s+OFFICE\\s+BOX|LOCK\\s?BOX)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NINE_DIGITS = Pattern.compile("\\d{9}");

    private ProviderEdits() {}

    public static void attendingIsThere(ClaimFacts facts, Report report) {
        if (facts.isInstitutional() && !has(facts, Role.ATTENDING)) {
            report.at("/providers", "an institutional claim names the attending provider");
        }
    }

    /** The billing provider is an organisation, so a person always renders the service. */
    public static void renderingIsThere(ClaimFacts facts, Report report) {
        if (!facts.isInstitutional() && !has(facts, Role.RENDERING)) {
            report.at("/providers", "a professional claim of an organisation names the rendering provider");
        }
    }

    private static boolean has(ClaimFacts facts, Role role) {
        return facts.content().providers().stream().anyMatch(provider -> provider.role() == role);
    }

    public static void billingAddressIsAStreet(ClaimFacts facts, Report report) {
        var address = facts.content().billingProvider().address();
        if (POST_OFFICE_BOX.matcher(address.street()).find()) {
            report.at("/billingProvider/address/street", "the billing address is a street, not a post office box");
        }
        if (!NINE_DIGITS.matcher(address.zip()).matches()) {
            report.at("/billingProvider/address/zip", "the billing address has a nine-digit zip");
        }
    }

    public static void taxIdHasNineDigits(ClaimFacts facts, Report report) {
        if (!NINE_DIGITS.matcher(facts.content().billingProvider().taxId()).matches()) {
            report.at("/billingProvider/taxId", "the tax id has nine digits");
        }
    }

    public static void personsAreNotTheBillingProvider(ClaimFacts facts, Report report) {
        var billing = facts.content().billingProvider().npi();
        var providers = facts.content().providers();
        for (int i = 0; i < providers.size(); i++) {
            if (providers.get(i).npi().equals(billing)) {
                report.at(pointer("providers", i, "npi"), "this NPI is the billing organisation's, not the person's");
            }
        }
    }
}
