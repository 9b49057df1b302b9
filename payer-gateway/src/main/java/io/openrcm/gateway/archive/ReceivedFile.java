package io.openrcm.gateway.archive;

import io.openrcm.events.FacilityId;
import io.openrcm.gateway.exchange.Audience;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A file from a trading partner, kept before anything is read from it. Its bytes lie apart, where not everybody sees them. */
@Entity
@DynamicUpdate // whoever has a file read again may change its state, and nothing else of it
@Table(name = "received_file")
public class ReceivedFile {

    @Id
    private UUID id;

    @Column(insertable = false, updatable = false)
    private long position;

    @Column(name = "partner_id")
    private String partnerId;

    private String name;

    private byte[] sha256;

    @Column(name = "size_bytes")
    private int sizeBytes;

    @Enumerated(EnumType.STRING)
    private ReceivedFileStatus status;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "interpreted_at")
    private @Nullable Instant interpretedAt;

    @Column(name = "duplicate_of")
    private @Nullable UUID duplicateOf;

    private String types;

    @Embedded
    private @Nullable FileError error;

    @SuppressWarnings("UnusedVariable") // read by the database only
    private @Nullable List<String> facilities;

    @Column(insertable = false) // true until it has been read
    private boolean part2 = true;

    protected ReceivedFile() {}

    private void move(ReceivedFileTransition transition) {
        if (status != transition.from()) {
            throw new IllegalStateException(transition + " is no move of a file that is " + status);
        }
        status = transition.to();
    }

    public void quarantine(FileError because, Instant at) {
        move(ReceivedFileTransition.QUARANTINE);
        error = because;
        interpretedAt = at;
    }

    /** Ends the reading; what became of each transaction set says how. */
    public void conclude(List<ReceivedSet> sets, Instant at) {
        var outcomes = sets.stream().map(ReceivedSet::outcome).toList();
        types = String.join(",", sets.stream().map(ReceivedSet::type).distinct().toList());
        var audience = Audience.ofAll(sets.stream().map(ReceivedSet::audience).toList());
        facilities = audience.facilities().isEmpty()
                ? null
                : audience.facilities().stream().map(FacilityId::value).sorted().toList();
        part2 = audience.part2();
        interpretedAt = at;
        if (outcomes.contains(SetOutcome.QUARANTINED)) {
            error = sets.stream()
                    .filter(set -> set.outcome() == SetOutcome.QUARANTINED)
                    .findFirst()
                    .map(ReceivedSet::error)
                    .orElse(null);
        }
        move(transitionFor(outcomes));
    }

    private static ReceivedFileTransition transitionFor(Collection<SetOutcome> outcomes) {
        if (outcomes.contains(SetOutcome.QUARANTINED)) {
            return ReceivedFileTransition.QUARANTINE;
        }
        return outcomes.contains(SetOutcome.UNSUPPORTED)
                ? ReceivedFileTransition.SET_ASIDE
                : ReceivedFileTransition.INTERPRET;
    }

    public void retry() {
        move(ReceivedFileTransition.RETRY);
        error = null;
        interpretedAt = null;
    }

    public UUID id() {
        return id;
    }

    public long position() {
        return position;
    }

    public String partnerId() {
        return partnerId;
    }

    String name() {
        return name;
    }

    public ReceivedFileStatus status() {
        return status;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public @Nullable FileError error() {
        return error;
    }

    public ReceivedFileView view(List<ReceivedSet> sets) {
        return new ReceivedFileView(
                id,
                partnerId,
                name,
                HexFormat.of().formatHex(sha256),
                sizeBytes,
                status,
                receivedAt,
                interpretedAt,
                duplicateOf,
                types.isEmpty() ? List.of() : List.of(types.split(",", -1)),
                error,
                sets.stream().map(ReceivedSet::view).toList());
    }
}
