package io.openrcm.simulator.claim;

/**
 * One service line.
 *
 * @param controlNumber REF*6R, empty when none was sent
 * @param procedure qualifier, code and modifiers joined by colons; empty on an institutional line without a HCPCS code
 * @param revenueCode empty on a professional line
 * @param units as sent
 * @param serviceDates {@code CCYYMMDD}, a range of two with a hyphen, or empty
 * @param priorPatientCents what payers before this one left to the patient
 */
public record ServiceLine(
        String controlNumber,
        String procedure,
        String revenueCode,
        long chargeCents,
        String units,
        String serviceDates,
        long priorPatientCents) {}
