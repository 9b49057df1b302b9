package io.openrcm.claims.timeline;

import io.openrcm.events.ClaimId;
import io.openrcm.events.FacilityId;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Something that happened to a claim, in words that name no patient; entries are only ever added. */
@Entity
@Immutable
@Table(name = "claim_timeline")
public class TimelineEntry {

    /** {@code entry} counts from 1 within the claim. */
    @Embeddable
    public record Place(UUID claimId, int entry) {}

    @EmbeddedId
    private Place place;

    @SuppressWarnings("UnusedVariable") // read by the database only
    private String facility;

    private Instant at;
    private String what;
    private String detail;
    private UUID cause;

    protected TimelineEntry() {}

    public TimelineEntry(ClaimId claimId, FacilityId facility, int entry, Instant at, Happening happening) {
        this.place = new Place(claimId.value(), entry);
        this.facility = facility.value();
        this.at = at;
        this.what = happening.what();
        this.detail = happening.detail();
        this.cause = happening.cause();
    }

    public int entry() {
        return place.entry();
    }

    public Instant at() {
        return at;
    }

    public String what() {
        return what;
    }

    public String detail() {
        return detail;
    }

    public UUID cause() {
        return cause;
    }
}
