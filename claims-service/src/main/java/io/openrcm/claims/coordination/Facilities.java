package io.openrcm.claims.coordination;

import io.openrcm.events.FacilityId;
import io.openrcm.events.delivery.EventCodec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The facilities that bill. */
@ApplicationScoped
public class Facilities {

    private final MasterTable<Facility> table;

    public Facilities(EntityManager entities, EventCodec codec, Clock clock) {
        table = new MasterTable<>(entities, codec.mapper(), clock, "facility", Facility.class);
    }

    /** A claim cannot be made for a facility that is not recorded; the message waits among the parked ones until it is. */
    @Transactional
    public Facility get(FacilityId id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no facility " + id))
                .value();
    }

    @Transactional
    public Optional<Kept<Facility>> find(FacilityId id) {
        return table.find(id.value());
    }

    /** {@code expected} is the revision that is changed; absent only for a new facility. */
    @Transactional
    public Kept<Facility> save(Facility facility, @Nullable Integer expected) {
        return table.save(facility.id().value(), facility, expected);
    }

    @Transactional
    void addIfAbsent(Facility facility) {
        table.addIfAbsent(facility.id().value(), facility);
    }
}
