package io.openrcm.gateway.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One transaction set of a received file, or a TA1: under which numbers it came and what became of it. */
@Entity
@Table(name = "received_set")
@IdClass(ReceivedSet.Key.class)
public class ReceivedSet {

    /** The file, and the set's place in it from 1. */
    public record Key(UUID fileId, int ordinal) {}

    @Id
    @Column(name = "file_id")
    private UUID fileId;

    @Id
    private int ordinal;

    @Embedded
    private SetIdentity identity;

    @Column(name = "content_hash")
    @SuppressWarnings("UnusedVariable") // compared by query only
    private byte[] contentHash;

    @Enumerated(EnumType.STRING)
    private SetOutcome outcome;

    @Embedded
    private @Nullable FileError error;

    protected ReceivedSet() {}

    public ReceivedSet(
            Key key, SetIdentity identity, byte[] contentHash, SetOutcome outcome, @Nullable FileError error) {
        this.fileId = key.fileId();
        this.ordinal = key.ordinal();
        this.identity = identity;
        this.contentHash = contentHash;
        this.outcome = outcome;
        this.error = error;
    }

    public void became(SetOutcome outcome, @Nullable FileError error) {
        this.outcome = outcome;
        this.error = error;
    }

    /** Whether it needs no further reading when the file is tried again. */
    public boolean isSettled() {
        return outcome != SetOutcome.QUARANTINED;
    }

    public SetOutcome outcome() {
        return outcome;
    }

    public String type() {
        return identity.type();
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
