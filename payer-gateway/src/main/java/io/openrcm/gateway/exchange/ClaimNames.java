package io.openrcm.gateway.exchange;

import org.jspecify.annotations.Nullable;

/** What a payer calls a claim: our number, as echoed, and its own. */
public record ClaimNames(String claimNumber, @Nullable String payerClaimNumber) {}
