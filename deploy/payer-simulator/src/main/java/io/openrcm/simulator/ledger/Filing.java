package io.openrcm.simulator.ledger;

import io.openrcm.simulator.adjudication.Behaviour;
import io.openrcm.simulator.adjudication.Effect;

/**
 * One accepted claim file entry under the number we gave it.
 *
 * @param settled an 835 has answered it
 * @param effect what that 835 did, until it is reversed
 */
public record Filing(
        ClaimReference reference,
        String payerNumber,
        String claim,
        String payer,
        Behaviour behaviour,
        boolean settled,
        Effect effect) {

    Filing settledWith(Effect done) {
        return new Filing(reference, payerNumber, claim, payer, behaviour, true, done);
    }
}
