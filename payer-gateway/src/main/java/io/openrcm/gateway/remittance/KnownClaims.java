package io.openrcm.gateway.remittance;

import io.openrcm.events.PayerId;
import io.openrcm.events.payer.RemittedClaim;
import io.openrcm.gateway.exchange.Audience;
import io.openrcm.gateway.exchange.ClaimExchange;
import io.openrcm.gateway.exchange.ClaimExchanges;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the claim that a payer means: the one with our number as echoed, else the only one that this payer knows by its own
 * number (a payer may cut ours short, but not its own).
 */
record KnownClaims(Map<String, ClaimExchange> byNumber, Map<String, List<ClaimExchange>> byPayerNumber) {

    static KnownClaims of(List<ClaimExchange> exchanges) {
        var byNumber = new HashMap<String, ClaimExchange>();
        var byPayerNumber = new HashMap<String, List<ClaimExchange>>();
        for (var exchange : exchanges) {
            byNumber.put(exchange.claimNumber().value(), exchange);
            if (exchange.payerClaimNumber() != null) {
                byPayerNumber
                        .computeIfAbsent(exchange.payerClaimNumber(), _ -> new ArrayList<>())
                        .add(exchange);
            }
        }
        return new KnownClaims(byNumber, byPayerNumber);
    }

    @Nullable
    ClaimExchange find(RemittedClaim claim, PayerId payer) {
        var byNumber = byNumber().get(claim.claimNumber());
        if (byNumber != null || claim.payerClaimNumber() == null) {
            return byNumber;
        }
        var known = byPayerNumber().getOrDefault(claim.payerClaimNumber(), List.of()).stream()
                .filter(exchange -> exchange.payer().equals(payer))
                .toList();
        return known.size() == 1 ? known.getFirst() : null;
    }

    /** Who may see the claims that a remittance may be about; unknown where one is none of ours. As {@link ClaimExchanges#audienceOf} finds it. */
    Audience audienceOf(List<RemittedClaim> claims) {
        return Audience.ofAll(claims.stream().map(this::audienceOf).collect(Collectors.toSet()));
    }

    private Audience audienceOf(RemittedClaim claim) {
        var byNumber = byNumber().get(claim.claimNumber());
        return byNumber != null
                ? byNumber.audience()
                : Audience.ofAll(byPayerNumber().getOrDefault(claim.payerClaimNumber(), List.of()).stream()
                        .map(ClaimExchange::audience)
                        .toList());
    }
}
