package io.openrcm.claims.posting.remittance;

import io.openrcm.claims.posting.adjudication.Adjudication.Disposition;
import io.openrcm.events.Money;
import io.openrcm.events.payer.Payment;
import io.openrcm.events.payer.ProviderAdjustment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one transaction adds to what is known of a payment. */
public final class RemittanceTally {

    /** Claims taken in, and what the payer says it paid for them. */
    record Count(int claims, long cents) {
        static final Count NONE = new Count(0, 0);

        Count plus(Money paid) {
            return new Count(claims + 1, Math.addExact(cents, paid.cents()));
        }
    }

    /** What the payer says the whole payment is about. */
    record Announced(int claims, Money paid) {}

    private final Payment payment;
    private final Map<Disposition, Count> counts = new EnumMap<>(Disposition.class);
    private final List<ProviderAdjustment> adjustments = new ArrayList<>();
    private @Nullable Announced announced;
    private @Nullable String refusedBecause;

    public RemittanceTally(Payment payment) {
        this.payment = payment;
    }

    public void count(Disposition disposition, Money paid) {
        counts.merge(disposition, Count.NONE.plus(paid), (old, one) -> old.plus(paid));
    }

    public void announce(int claims, Money paid, List<ProviderAdjustment> providerAdjustments) {
        announced = new Announced(claims, paid);
        adjustments.addAll(providerAdjustments);
    }

    public void refuse(String because) {
        refusedBecause = because;
    }

    public Payment payment() {
        return payment;
    }

    Count of(Disposition disposition) {
        return counts.getOrDefault(disposition, Count.NONE);
    }

    List<ProviderAdjustment> adjustments() {
        return adjustments;
    }

    @Nullable
    Announced announced() {
        return announced;
    }

    @Nullable
    String refusedBecause() {
        return refusedBecause;
    }
}
