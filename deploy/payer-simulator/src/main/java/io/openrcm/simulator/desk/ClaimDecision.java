package io.openrcm.simulator.desk;

import io.openrcm.simulator.adjudication.Behaviour;
import io.openrcm.simulator.claim.Claim;

/**
 * What is decided about a claim on sight, before any payment.
 *
 * @param rejection STC01 of its rejection, empty when it is accepted
 * @param payerNumber our number for it, empty when rejected
 * @param replaces our number of the claim it replaces or voids, empty for an original
 */
record ClaimDecision(
        int ordinal, Claim claim, Behaviour behaviour, String rejection, String payerNumber, String replaces) {

    boolean isAccepted() {
        return rejection.isEmpty();
    }
}
