package io.openrcm.gateway.remittance;

import io.openrcm.events.delivery.Outbox;
import io.openrcm.events.payer.PayerEvent.ClaimRemitted;
import io.openrcm.events.payer.PayerEvent.StrangeClaimRemitted;
import io.openrcm.events.payer.Payment;
import io.openrcm.events.payer.RemittedClaim;
import io.openrcm.gateway.acknowledgment.Origin;
import io.openrcm.gateway.exchange.Audience;
import io.openrcm.gateway.exchange.ClaimExchange;
import io.openrcm.gateway.exchange.ClaimExchanges;
import io.openrcm.gateway.interchange.ConfirmDelivery;
import io.openrcm.gateway.submission.Submissions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells each claim of a remittance what was decided; what belongs to none of our claims is told about the payment. */
@ApplicationScoped
class PassOnClaims {

    private final ClaimExchanges exchanges;
    private final Submissions submissions;
    private final ConfirmDelivery confirmDelivery;
    private final Outbox outbox;

    PassOnClaims(ClaimExchanges exchanges, Submissions submissions, ConfirmDelivery confirmDelivery, Outbox outbox) {
        this.exchanges = exchanges;
        this.submissions = submissions;
        this.confirmDelivery = confirmDelivery;
        this.outbox = outbox;
    }

    /** Says for whom the remittance is. */
    Audience passOn(Origin origin, Payment payment, Remittance remittance, List<RemittedClaim> claims) {
        var numbers = claims.stream().map(RemittedClaim::claimNumber).distinct().toList();
        // A payer that decides has the claim, even where nobody has said yet that it left.
        for (var interchange : submissions.interchangesInDoubt(numbers)) {
            var _ = confirmDelivery.confirm(interchange);
        }
        var meant = KnownClaims.of(exchanges.lockedByNumbers(numbers, payerClaimNumbers(claims)));
        int sequence = 0;
        for (var claim : claims) {
            sequence++;
            var exchange = meant.find(claim, payment.payer());
            if (exchange == null) {
                outbox.record(
                        remittance.because(origin.fileId()),
                        remittance,
                        new StrangeClaimRemitted(payment, sequence, claim));
            } else {
                tell(origin, exchange, new ClaimRemitted(exchange.claimId(), payment, sequence, claim));
            }
        }
        return meant.audienceOf(claims);
    }

    private void tell(Origin origin, ClaimExchange exchange, ClaimRemitted event) {
        if (exchange.payer().equals(event.payment().payer())) {
            exchange.knownToPayerAs(event.claim().payerClaimNumber());
        }
        outbox.record(exchange.because(origin.fileId()), exchange, event);
    }

    private static List<@Nullable String> payerClaimNumbers(List<RemittedClaim> claims) {
        return claims.stream()
                .map(RemittedClaim::payerClaimNumber)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
