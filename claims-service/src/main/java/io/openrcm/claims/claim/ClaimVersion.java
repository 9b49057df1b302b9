package io.openrcm.claims.claim;

import io.openrcm.claims.content.ContentJson;
import io.openrcm.claims.content.Fingerprint;
import io.openrcm.claims.content.SealedClaims;
import io.openrcm.events.ClaimId;
import io.openrcm.events.FacilityId;
import io.openrcm.events.Ids;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.Frequency;
import io.openrcm.security.sealing.columns.BlindIndexed;
import io.openrcm.security.sealing.columns.BlindIndexedType;
import io.openrcm.security.sealing.columns.Sealed;
import io.openrcm.security.sealing.columns.SealedType;
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
import org.hibernate.annotations.Type;
import org.jspecify.annotations.Nullable;

/**
 * One content of a claim, kept as the bytes it was made of, sealed. From the moment of its first release it has a SHA-256 hash and
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

    @Type(SealedType.class)
    private Sealed content;

    @Type(SealedType.class)
    @Column(name = "content_sha256")
    private @Nullable Sealed contentSha256;

    @Type(BlindIndexedType.class)
    @Column(name = "fingerprint")
    @SuppressWarnings("UnusedVariable") // searched by the database only
    private BlindIndexed fingerprintIndex;

    private Instant createdAt;
    private @Nullable Instant frozenAt;
    private @Nullable Instant supersededAt;

    @Transient
    private @Nullable ClaimContent parsed;

    @Transient
    private @Nullable UUID fingerprint;

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
        this.content = Sealed.of(SealedClaims.CONTENT, id, ContentJson.write(taken));
        this.parsed = taken;
        this.fingerprint = Fingerprint.of(taken);
        this.fingerprintIndex = Fingerprint.index(fingerprint);
    }

    void freeze(Instant at) {
        if (!isFrozen()) {
            contentSha256 = Sealed.of(SealedClaims.CONTENT_SHA256, id, Fingerprint.sha256(bytes()));
            frozenAt = at;
        }
    }

    void supersede(Instant at) {
        supersededAt = at;
    }

    public ClaimContent content() {
        if (parsed == null) {
            parsed = ContentJson.read(bytes());
        }
        return parsed;
    }

    private byte[] bytes() {
        return content.open(SealedClaims.CONTENT, id);
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
        return contentSha256 == null
                ? null
                : HexFormat.of().formatHex(contentSha256.open(SealedClaims.CONTENT_SHA256, id));
    }

    /** What two versions share that ask for the same services again. */
    public UUID fingerprint() {
        if (fingerprint == null) {
            fingerprint = Fingerprint.of(content());
        }
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
