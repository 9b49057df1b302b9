package io.openrcm.gateway.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The claims that the transaction has locked, by our numbers: nobody else changes them, so they need not be asked for again. */
@ApplicationScoped
class ClaimsAtHand {

    private record Locked(Map<String, ClaimExchange> byNumber) {}

    private final TransactionSynchronizationRegistry transactions;

    ClaimsAtHand(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    List<ClaimExchange> with(List<ClaimExchange> locked) {
        var known = known().orElseGet(() -> {
            var none = new Locked(new HashMap<>());
            transactions.putResource(Locked.class, none);
            return none;
        });
        for (var exchange : locked) {
            known.byNumber().put(exchange.claimNumber().value(), exchange);
        }
        return locked;
    }

    /** Nothing where a claim is not at hand by our number. */
    Optional<Audience> audienceOf(Collection<ClaimNames> names) {
        var known = known();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        var all = new ArrayList<Audience>();
        for (var name : names) {
            var exchange = known.get().byNumber().get(name.claimNumber());
            if (exchange == null) {
                return Optional.empty();
            }
            all.add(exchange.audience());
        }
        return Optional.of(Audience.ofAll(all));
    }

    private Optional<Locked> known() {
        if (transactions.getTransactionKey() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable((Locked) transactions.getResource(Locked.class));
    }
}
