package io.openrcm.events.payer;

import io.openrcm.events.Money;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a remittance that belongs to no claim.
 *
 * @param reason code value, for instance WO overpayment recovery, FB forwarding balance, L6 interest
 * @param amount positive takes money from the provider, negative adds
 */
public record ProviderAdjustment(String reason, @Nullable String reference, Money amount) {}
