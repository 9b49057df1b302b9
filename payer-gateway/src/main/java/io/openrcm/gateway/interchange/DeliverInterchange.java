package io.openrcm.gateway.interchange;

import io.openrcm.events.FacilityId;
import io.openrcm.gateway.adapter.PayerAdapter;
import io.openrcm.gateway.adapter.PreparedFile;
import io.openrcm.gateway.partner.AdapterKind;
import io.openrcm.gateway.partner.TradingPartners;
import io.openrcm.security.audit.AuditEntry;
import io.openrcm.security.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/**
 * Hands a prepared file to its trading partner, with its row locked so that only one replica does. Does nothing if the file
 * has been delivered meanwhile.
 */
@ApplicationScoped
public class DeliverInterchange {

    private final SentInterchanges interchanges;
    private final TradingPartners partners;
    private final Instance<PayerAdapter> adapters;
    private final ConfirmDelivery confirmDelivery;
    private final AuditTrail trail;

    DeliverInterchange(
            SentInterchanges interchanges,
            TradingPartners partners,
            Instance<PayerAdapter> adapters,
            ConfirmDelivery confirmDelivery,
            AuditTrail trail) {
        this.interchanges = interchanges;
        this.partners = partners;
        this.adapters = adapters;
        this.confirmDelivery = confirmDelivery;
        this.trail = trail;
    }

    /**
     * Hands over one file.
     *
     * @throws UncheckedIOException if the adapter could not hand it over; to be tried again
     */
    @Transactional
    public void deliver(UUID id) {
        var interchange = interchanges.locked(id);
        if (!interchange.isPrepared()) {
            return;
        }
        var partner = partners.get(interchange.partnerId());
        var content = interchanges
                .content(id)
                .orElseThrow(() -> new IllegalStateException("a prepared interchange is without its bytes"));
        var file = new PreparedFile(partner.folder(), interchange.fileName(), content);
        try {
            var _ = adapter(partner.adapter()).deliver(file);
        } catch (IOException e) {
            throw new UncheckedIOException("interchange " + interchange.number() + " of " + partner.id(), e);
        }
        var _ = confirmDelivery.confirm(id);
        trail.record(AuditEntry.export("interchange", 1)
                .about(List.of(id.toString()))
                .at(interchange.audience().facilities().stream()
                        .map(FacilityId::value)
                        .toList()));
    }

    private PayerAdapter adapter(AdapterKind kind) {
        return adapters.stream()
                .filter(adapter -> adapter.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no adapter of kind " + kind));
    }
}
