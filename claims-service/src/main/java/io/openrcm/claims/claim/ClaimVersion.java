package io.openrcm.claims.claim;

import io.openrcm.claims.content.ContentJson;
import io.openrcm.claims.content.Fingerprint;
import io.openrcm.events.ClaimId;
import io.openrcm.events.FacilityId;
import io.openrcm.events.Ids;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.Frequency;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One content of a claim, kept as the bytes it was made of. From the moment of its first release it has a SHA-256 hash and
 * never changes again; another content is another version.
 */
@Entity
@Table(name = "claim_version")
public class ClaimVersion {

    @Id
    private UUID id;

    private UUID claimId;

    @SuppressWarnings("UnusedVariable") // read by the database only
    private String facility;

    private int version;

    @Enumerated(EnumType.STRING)
    private Frequency frequency;

    private @Nullable String payerClaimNumber;

    private byte[] content;

    @Column(name = "content_sha256")
    private byte @Nullable [] contentSha256;

    private UUID fingerprint;
    private Instant createdAt;
    private @Nullable Instant frozenAt;
    private @Nullable Instant supersededAt;

    @Transient
    private @Nullable ClaimContent parsed;

    protected ClaimVersion() {}

    ClaimVersion(ClaimId claimId, FacilityId facility, ClaimContent content, Instant createdAt) {
        this.id = Ids.derived(claimId.value(), "version/" + content.version());
        this.claimId = claimId.value();
        this.facility = facility.value();
        this.version = content.version();
        this.createdAt = createdAt;
        take(content);
    }

    void change(ClaimContent changed) {
        if (isFrozen()) {
            throw new IllegalStateException("a frozen version does not change");
        }
        take(changed);
    }

    private void take(ClaimContent taken) {
        this.frequency = taken.frequency();
        this.payerClaimNumber = taken.payerClaimNumber();
        this.content = ContentJson.write(taken);
        this.fingerprint = Fingerprint.of(taken);
        this.parsed = taken;
    }

    void freeze(Instant at) {
        if (!isFrozen()) {
            contentSha256 = Fingerprint.sha256(content);
            frozenAt = at;
        }
    }

    void supersede(Instant at) {
        supersededAt = at;
    }

    public ClaimContent content() {
        if (parsed == null) {
            parsed = ContentJson.read(content);
        }
        return parsed;
    }

    UUID id() {
        return id;
    }

    public ClaimId claimId() {
        return new ClaimId(claimId);
    }

    public int version() {
        return version;
    }

    public Frequency frequency() {
        return frequency;
    }

    public @Nullable String payerClaimNumber() {
        return payerClaimNumber;
    }

    public boolean isFrozen() {
        return contentSha256 != null;
    }

    /** Lower-case hexadecimal; absent until the version is released. */
    public @Nullable String contentSha256() {
        return contentSha256 == null ? null : HexFormat.of().formatHex(contentSha256);
    }

    /** What two versions share that ask for the same services again. */
    public UUID fingerprint() {
        return fingerprint;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant frozenAt() {
        return frozenAt;
    }

    public @Nullable Instant supersededAt() {
        return supersededAt;
    }
}
