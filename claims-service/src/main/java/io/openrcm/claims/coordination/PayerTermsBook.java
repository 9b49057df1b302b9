package io.openrcm.claims.coordination;

import io.openrcm.events.PayerId;
import io.openrcm.events.delivery.EventCodec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The terms of every payer. */
@ApplicationScoped
public class PayerTermsBook {

    private final MasterTable<PayerTerms> table;

    public PayerTermsBook(EntityManager entities, EventCodec codec, Clock clock) {
        table = new MasterTable<>(entities, codec.mapper(), clock, "payer_terms", PayerTerms.class);
    }

    /** The payer's terms, or the usual ones where none are recorded. */
    @Transactional
    public PayerTerms of(PayerId payer) {
        return find(payer).map(Kept::value).orElseGet(() -> PayerTerms.usual(payer));
    }

    @Transactional
    public Optional<Kept<PayerTerms>> find(PayerId payer) {
        return table.find(payer.value());
    }

    /** {@code expected} is the revision that is changed; absent only for a payer without terms. */
    @Transactional
    public Kept<PayerTerms> save(PayerTerms terms, @Nullable Integer expected) {
        return table.save(terms.payer().value(), terms, expected);
    }

    @Transactional
    void addIfAbsent(PayerTerms terms) {
        table.addIfAbsent(terms.payer().value(), terms);
    }
}
