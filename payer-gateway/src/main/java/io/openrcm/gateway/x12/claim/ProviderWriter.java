package io.openrcm.gateway.x12.claim;

import io.openrcm.events.Npi;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.encounter.Provider;
import io.openrcm.events.encounter.Provider.Role;
import org.jspecify.annotations.Nullable;

/** Loops 2310: people who gave care, in the order of each guide. */
final class ProviderWriter {

    private final PartyWriter parties;

    ProviderWriter(PartyWriter parties) {
        this.parties = parties;
    }

    void write(ClaimContent claim) {
        switch (claim.type()) {
            case PROFESSIONAL -> {
                write(find(claim, Role.REFERRING), "DN", null);
                Npi billing = claim.billingProvider().npi();
                write(unless(billing, find(claim, Role.RENDERING)), "82", "PE");
            }
            case INSTITUTIONAL -> {
                Provider attending = find(claim, Role.ATTENDING);
                Npi npi = attending == null ? null : attending.npi();
                write(attending, "71", "AT");
                write(find(claim, Role.OPERATING), "72", null);
                write(find(claim, Role.OTHER_OPERATING), "ZZ", null);
                write(unless(npi, find(claim, Role.RENDERING)), "82", null);
                write(unless(npi, find(claim, Role.REFERRING)), "DN", null);
            }
        }
    }

    private static @Nullable Provider find(ClaimContent claim, Role role) {
        for (Provider provider : claim.providers()) {
            if (provider.role() == role) {
                return provider;
            }
        }
        return null;
    }

    /** These roles are told only of somebody else than the provider told already. */
    private static @Nullable Provider unless(@Nullable Npi told, @Nullable Provider provider) {
        return provider == null || provider.npi().equals(told) ? null : provider;
    }

    private void write(@Nullable Provider provider, String role, @Nullable String specialtyRole) {
        if (provider == null) {
            return;
        }
        parties.person(role, provider.name(), "XX", provider.npi().value());
        if (specialtyRole != null) {
            parties.specialty(specialtyRole, provider.taxonomy());
        }
    }
}
