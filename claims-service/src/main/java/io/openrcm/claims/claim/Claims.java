package io.openrcm.claims.claim;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.openrcm.events.AttemptId;
import io.openrcm.events.ClaimId;
import io.openrcm.events.ClaimNumber;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.security.sealing.BlindIndex;
import io.openrcm.security.sealing.columns.BlindIndexed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The claims, their versions and their attempts. */
@ApplicationScoped
public class Claims {

    private final EntityManager entities;
    private final BlindIndex index;

    public Claims(EntityManager entities, BlindIndex index) {
        this.entities = entities;
        this.index = index;
    }

    /**
     * Loads and locks all claims of a batch, with their current contents and attempts, in three queries; afterwards
     * {@link #get} asks the database nothing. Ids that are no claims are passed over. Locks are taken in the order of the
     * ids, so that two batches cannot wait for each other.
     */
    @CanIgnoreReturnValue
    public List<Claim> preload(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var claims = entities.createQuery("select c from Claim c where c.id in :ids order by c.id", Claim.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        var versions = new ArrayList<UUID>(claims.size());
        var attempts = new ArrayList<UUID>(claims.size());
        for (Claim claim : claims) {
            versions.add(claim.currentVersion().id());
            attempts.add(claim.attemptId(claim.attempts()).value());
        }
        load(ClaimVersion.class, versions);
        load(SubmissionAttempt.class, attempts);
        return claims;
    }

    private <T> void load(Class<T> type, List<UUID> ids) {
        var _ = entities.createQuery("select e from " + type.getSimpleName() + " e where e.id in :ids", type)
                .setParameter("ids", ids)
                .getResultList();
    }

    public Claim get(ClaimId id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no claim " + id));
    }

    public Optional<Claim> find(ClaimId id) {
        return Optional.ofNullable(entities.find(Claim.class, id.value()));
    }

    public Optional<Claim> findByNumber(ClaimNumber number) {
        return entities.createQuery("select c from Claim c where c.keys.number = :number", Claim.class)
                .setParameter("number", number.value())
                .getResultStream()
                .findFirst();
    }

    /** Sends what has changed to the database, so that the revisions are those that will be committed. */
    public void flush() {
        entities.flush();
    }

    /** As {@link #findByNumber}, for a command that will change the claim. */
    public Optional<Claim> lockByNumber(ClaimNumber number) {
        return entities.createQuery("select c from Claim c where c.keys.number = :number", Claim.class)
                .setParameter("number", number.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /**
     * Current versions of other claims that ask for the same services, by fingerprint. Claims that are not saved yet are not
     * among them.
     */
    public List<LiveClaim> withFingerprints(Collection<UUID> fingerprints) {
        var meant = new HashMap<String, UUID>();
        var candidates = new ArrayList<BlindIndexed>();
        for (UUID fingerprint : fingerprints) {
            for (byte[] bytes : index.candidates(BlindIndex.Kind.CLAIM_FINGERPRINT, fingerprint.toString())) {
                var candidate = BlindIndexed.of(bytes);
                candidates.add(candidate);
                meant.put(candidate.toHex(), fingerprint);
            }
        }
        // The current version is the one that is not superseded: said so, two indexes find it.
        return entities.createQuery(
                        "select new io.openrcm.claims.claim.Claims$Indexed(c.id, c.keys.number, c.keys.facility, c.keys.part2, v.fingerprintIndex)"
                                + " from ClaimVersion v join Claim c on c.id = v.claimId"
                                + " where v.fingerprintIndex in :candidates and v.supersededAt is null",
                        Indexed.class)
                .setParameter("candidates", candidates)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .map(live ->
                        live.as(Objects.requireNonNull(meant.get(live.index().toHex()))))
                .toList();
    }

    /** As the database finds it. */
    record Indexed(UUID claimId, String number, String facility, boolean part2, BlindIndexed index) {

        LiveClaim as(UUID fingerprint) {
            return new LiveClaim(claimId, number, facility, part2, fingerprint);
        }
    }

    /** A claim as far as it matters to its duplicate. */
    public record LiveClaim(UUID claimId, String number, String facility, boolean part2, UUID fingerprint) {}

    public void add(Claim claim) {
        entities.persist(claim.currentVersion());
        entities.persist(claim);
    }

    /** Saves the version that a changed content has become. */
    public void addVersion(Claim claim) {
        entities.persist(claim.currentVersion());
    }

    public void addAttempt(ClaimReleased released, Instant at) {
        entities.persist(new SubmissionAttempt(released, at));
    }

    SubmissionAttempt attempt(ClaimId claim, AttemptId id) {
        var attempt = entities.find(SubmissionAttempt.class, id.value());
        if (attempt == null || !attempt.claimId().equals(claim)) {
            throw new NoSuchElementException("no submission attempt " + id + " of claim " + claim);
        }
        return attempt;
    }

    public void refused(ClaimId claim, AttemptId id, Instant at) {
        attempt(claim, id).answered(SubmissionAttempt.Answer.NOT_SENDABLE, at);
    }

    public List<ClaimVersion> versionsOf(ClaimId id) {
        return entities.createQuery(
                        "select v from ClaimVersion v where v.claimId = :claim order by v.version", ClaimVersion.class)
                .setParameter("claim", id.value())
                .getResultList();
    }

    public List<SubmissionAttempt> attemptsOf(ClaimId id) {
        return entities.createQuery(
                        "select a from SubmissionAttempt a where a.claimId = :claim order by a.attempt",
                        SubmissionAttempt.class)
                .setParameter("claim", id.value())
                .getResultList();
    }
}
