package io.openrcm.claims.coordination;

import io.openrcm.events.FacilityId;
import io.openrcm.events.PayerId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** What a claim has to know about its facility and its payer. */
@ApplicationScoped
public class Masters {

    private final Facilities facilities;
    private final PayerTermsBook book;
    private final Clock clock;

    public Masters(Facilities facilities, PayerTermsBook book, Clock clock) {
        this.facilities = facilities;
        this.book = book;
        this.clock = clock;
    }

    public Facility facility(FacilityId id) {
        return facilities.get(id);
    }

    public PayerTerms terms(PayerId payer) {
        return book.of(payer);
    }

    /** The date at the facility, by which its filing limits are counted. */
    public LocalDate today(FacilityId id) {
        return LocalDate.now(clock.withZone(facility(id).timeZone()));
    }
}
