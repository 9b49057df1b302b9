package io.openrcm.simulator.claim;

/** Who is paid. */
public record BillingProvider(String name, String npi, String taxId) {}
