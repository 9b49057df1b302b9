package io.openrcm.gateway.adapter;

import io.openrcm.gateway.partner.AdapterKind;
import io.openrcm.gateway.partner.TradingPartner;
import io.openrcm.gateway.partner.TradingPartners;
import io.openrcm.gateway.rounds.Pace;
import io.openrcm.gateway.rounds.Round;
import io.openrcm.security.access.ForAllFacilities;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Looks into every partner's inbox and takes in what has come there. */
@ApplicationScoped
public class WatchInboxes implements Round {

    /** Inboxes are looked into many times a second; a new partner's may wait this long. */
    private static final long PARTNERS_FOR_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final TradingPartners partners;
    private final TakeIn takeIn;
    private List<TradingPartner> known = List.of();
    private long knownAtNanos;

    WatchInboxes(TradingPartners partners, TakeIn takeIn) {
        this.partners = partners;
        this.takeIn = takeIn;
    }

    @Override
    public String name() {
        return "watch-inboxes";
    }

    @Override
    @ForAllFacilities
    public Pace go() {
        var pace = Pace.IDLE;
        for (var partner : known()) {
            if (partner.adapter() == AdapterKind.FILE) {
                pace = pace.or(takeIn.from(partner));
            }
        }
        return pace;
    }

    private List<TradingPartner> known() {
        if (known.isEmpty() || System.nanoTime() - knownAtNanos > PARTNERS_FOR_NANOS) {
            knownAtNanos = System.nanoTime();
            known = partners.all();
        }
        return known;
    }
}
