package io.openrcm.gateway.archive;

import io.openrcm.events.FacilityId;
import io.openrcm.gateway.archive.sealed.SealedContents;
import io.openrcm.gateway.exchange.Audience;
import io.openrcm.security.sealing.columns.Sealed;
import io.openrcm.security.sealing.columns.SealedType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Type;
import org.jspecify.annotations.Nullable;

/** One transaction set of a received file, or a TA1: under which numbers it came and what became of it. */
@Entity
@Table(name = "received_set")
@IdClass(ReceivedSet.Key.class)
public class ReceivedSet {

    /** The file, and the set's place in it from 1. */
    public record Key(UUID fileId, int ordinal) {

        String rowId() {
            return fileId + "/" + ordinal;
        }
    }

    @Id
    @Column(name = "file_id")
    private UUID fileId;

    @Id
    private int ordinal;

    @Embedded
    private SetIdentity identity;

    /** Sealed: who has a plain hash can try contents until one fits. */
    @Column(name = "content_hash")
    @Type(SealedType.class)
    private Sealed contentHash;

    /** Nothing has become of it yet. */
    @Enumerated(EnumType.STRING)
    private SetOutcome outcome = SetOutcome.QUARANTINED;

    @Embedded
    private @Nullable FileError error;

    private @Nullable List<String> facilities;

    private boolean part2 = true;

    protected ReceivedSet() {}

    public ReceivedSet(Key key, SetIdentity identity, byte[] contentHash) {
        this.fileId = key.fileId();
        this.ordinal = key.ordinal();
        this.identity = identity;
        this.contentHash = Sealed.of(SealedContents.SET_HASH, key.rowId(), contentHash);
    }

    /**
     * Notes what became of it.
     *
     * @param audience who may see the claims in it
     */
    public void became(SetOutcome outcome, @Nullable FileError error, Audience audience) {
        this.outcome = outcome;
        this.error = error;
        this.facilities = audience.facilities().isEmpty()
                ? null
                : audience.facilities().stream().map(FacilityId::value).sorted().toList();
        this.part2 = audience.part2();
    }

    /** Whether it needs no further reading when the file is tried again. */
    public boolean isSettled() {
        return outcome != SetOutcome.QUARANTINED;
    }

    boolean hasContentOf(byte[] hash) {
        return Arrays.equals(contentHash.open(SealedContents.SET_HASH, new Key(fileId, ordinal).rowId()), hash);
    }

    public SetOutcome outcome() {
        return outcome;
    }

    public String type() {
        return identity.type();
    }

    /** Who may see the claims in it. */
    Audience audience() {
        return facilities == null
                ? Audience.UNKNOWN
                : new Audience(facilities.stream().map(FacilityId::new).collect(Collectors.toSet()), part2);
    }

    @Nullable
    FileError error() {
        return error;
    }

    ReceivedFileView.SetView view() {
        return new ReceivedFileView.SetView(
                ordinal,
                identity.type(),
                identity.sender(),
                identity.interchange(),
                identity.functionalGroup(),
                identity.setControl(),
                outcome,
                error);
    }
}
