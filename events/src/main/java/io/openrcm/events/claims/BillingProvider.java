package io.openrcm.events.claims;

import io.openrcm.events.Npi;
import io.openrcm.events.encounter.Address;
import org.jspecify.annotations.Nullable;

/** Who is paid. {@code taxId} is a nine-digit EIN; the address is a street address with a nine-digit zip. */
public record BillingProvider(
        String name,
        Npi npi,
        String taxId,
        @Nullable String taxonomy,
        Address address,
        @Nullable String phone) {}
