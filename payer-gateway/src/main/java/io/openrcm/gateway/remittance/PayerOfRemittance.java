package io.openrcm.gateway.remittance;

import io.openrcm.events.PayerId;
import io.openrcm.gateway.payer.PayerProfile;
import io.openrcm.gateway.x12.answer.RemittanceAdvice;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whose payment a remittance explains: by the payer's id, by its tax id, by its name, else the only payer that the trading
 * partner speaks for. Payers reached through the partner come first.
 */
final class PayerOfRemittance {

    private PayerOfRemittance() {}

    static Optional<PayerId> of(RemittanceAdvice advice, String partner, List<PayerProfile> payers) {
        var nearestFirst = payers.stream()
                .sorted(Comparator.comparing(payer -> !payer.tradingPartner().equals(partner)))
                .toList();
        List<Predicate<PayerProfile>> ladder = List.of(
                payer -> payer.id().value().equals(advice.payerId()),
                payer -> payer.taxId() != null && advice.payerTaxId().equals("1" + payer.taxId()),
                payer -> payer.name().equalsIgnoreCase(advice.payerName().strip()));
        for (var rung : ladder) {
            var found = nearestFirst.stream().filter(rung).findFirst();
            if (found.isPresent()) {
                return found.map(PayerProfile::id);
            }
        }
        var ofPartner = payers.stream()
                .filter(payer -> payer.tradingPartner().equals(partner))
                .toList();
        return ofPartner.size() == 1 ? Optional.of(ofPartner.getFirst().id()) : Optional.empty();
    }
}
