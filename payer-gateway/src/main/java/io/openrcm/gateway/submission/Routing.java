package io.openrcm.gateway.submission;

import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.payer.PayerEvent.Refusal;
import io.openrcm.gateway.payer.PayerProfile;
import io.openrcm.gateway.x12.expressible.Expressibility;
import io.openrcm.gateway.x12.expressible.Expressibility.Inexpressible;
import io.openrcm.gateway.x12.expressible.ExpressibleClaim;
import org.jspecify.annotations.Nullable;

/** Which way a released claim goes. A claim that cannot go as it is goes nowhere: it is never sent in a lesser form. */
sealed interface Routing {

    record Through(String tradingPartner) implements Routing {}

    /** {@code detail} is a sentence without a word about the patient. */
    record Refused(Refusal refusal, String detail) implements Routing {}

    static Routing of(ClaimContent claim, @Nullable PayerProfile payer) {
        if (payer == null) {
            return new Refused(Refusal.UNKNOWN_PAYER, "the gateway has no profile of this payer");
        }
        var lacking = payer.capabilities().lackingFor(claim);
        if (lacking.isPresent()) {
            return new Refused(Refusal.UNSUPPORTED_BY_PAYER, lacking.get());
        }
        return switch (Expressibility.of(claim)) {
            case ExpressibleClaim _ -> new Through(payer.tradingPartner());
            case Inexpressible gaps -> new Refused(Refusal.NOT_EXPRESSIBLE, gaps.detail());
        };
    }
}
