package io.openrcm.gateway.x12.expressible;

import io.openrcm.events.claims.ClaimContent;

/** A claim that was found to be expressible in X12; only {@link Expressibility#of} makes one. */
public final class ExpressibleClaim implements Expressibility {

    private final ClaimContent content;

    ExpressibleClaim(ClaimContent content) {
        this.content = content;
    }

    public ClaimContent content() {
        return content;
    }
}
