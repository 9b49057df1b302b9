package io.openrcm.claims.timeline;

import static io.openrcm.claims.content.SealedClaims.TIMELINE_DETAIL;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.openrcm.events.ClaimId;
import io.openrcm.events.FacilityId;
import io.openrcm.security.sealing.columns.Sealed;
import io.openrcm.security.sealing.columns.SealedType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Type;
import org.jspecify.annotations.Nullable;

/** Something that happened to a claim; entries are only ever added. What others write in it is sealed. */
@Entity
@Immutable
@Table(name = "claim_timeline")
public class TimelineEntry {

    /** {@code entry} counts from 1 within the claim. */
    @Embeddable
    public record Place(UUID claimId, int entry) {

        String rowId() {
            return claimId + "/" + entry;
        }
    }

    @EmbeddedId
    private Place place;

    @SuppressWarnings("UnusedVariable") // read by the database only
    private String facility;

    private Instant at;
    private String what;

    /** In the service's words; else there is a detail. */
    private @Nullable String said;

    /** With words of others. */
    @Type(SealedType.class)
    private @Nullable Sealed detail;

    private UUID cause;

    protected TimelineEntry() {}

    public TimelineEntry(ClaimId claimId, FacilityId facility, int entry, Instant at, Happening happening) {
        this.place = new Place(claimId.value(), entry);
        this.facility = facility.value();
        this.at = at;
        this.what = happening.what();
        switch (happening.by()) {
            case SERVICE -> this.said = happening.detail();
            case OTHERS ->
                this.detail = Sealed.of(
                        TIMELINE_DETAIL, place.rowId(), happening.detail().getBytes(UTF_8));
        }
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
        return detail == null
                ? Objects.requireNonNull(said, "an entry has words")
                : new String(detail.open(TIMELINE_DETAIL, place.rowId()), UTF_8);
    }

    public UUID cause() {
        return cause;
    }
}
