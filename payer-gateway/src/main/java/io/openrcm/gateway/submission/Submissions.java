package io.openrcm.gateway.submission;

import com.fasterxml.jackson.databind.ObjectReader;
import io.openrcm.events.AttemptId;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.delivery.EventCodec;
import io.openrcm.gateway.archive.sealed.SealedContents;
import io.openrcm.security.sealing.columns.Sealed;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every sending of every claim. */
@ApplicationScoped
public class Submissions implements PanacheRepositoryBase<Submission, UUID> {

    private final ObjectReader contents = EventCodec.standard().mapper().readerFor(ClaimContent.class);

    /** Which of these attempts are known already. */
    Set<UUID> existing(Collection<UUID> attempts) {
        return new HashSet<>(getEntityManager()
                .createQuery("select attemptId from Submission where attemptId in ?1", UUID.class)
                .setParameter(1, attempts)
                .getResultList());
    }

    void keepContent(Submission submission, byte[] content) {
        getEntityManager().persist(new SubmissionContent(submission, content));
    }

    /** The claims as they were released. */
    public Map<AttemptId, ClaimContent> contents(List<Submission> submissions) {
        var rows = getEntityManager()
                .createQuery("select attemptId, content from SubmissionContent where attemptId in ?1", Object[].class)
                .setParameter(
                        1, submissions.stream().map(s -> s.attemptId().value()).toList())
                .getResultList();
        var found = new HashMap<AttemptId, ClaimContent>();
        for (var row : rows) {
            var attempt = (UUID) row[0];
            var kept = (Sealed) row[1];
            var _ = found.put(new AttemptId(attempt), content(kept.open(SealedContents.SUBMISSION, attempt)));
        }
        return found;
    }

    /** Partners for whom something waits. */
    public List<String> partnersWithQueue() {
        return getEntityManager()
                .createQuery(
                        "select distinct partnerId from Submission where queued and partnerId is not null",
                        String.class)
                .getResultList();
    }

    /** The oldest waiting submissions to a partner. */
    public List<Submission> queued(String partner, int most) {
        return find("partnerId = ?1 and queued", Sort.by("queuePosition"), partner)
                .page(0, most)
                .list();
    }

    /** A claim has got the label of 42 CFR Part 2 after it was sent: so have its sendings, and the files that carried them. */
    void putUnderPart2(UUID claimId) {
        var _ = update("part2 = true where claimId = ?1", claimId);
        var _ = getEntityManager()
                .createQuery("update SentInterchange set part2 = true where id in"
                        + " (select s.interchangeId from Submission s where s.claimId = ?1)")
                .setParameter(1, claimId)
                .executeUpdate();
    }

    public List<Submission> carriedBy(UUID interchange) {
        return list("interchangeId", Sort.by("attemptId"), interchange);
    }

    public List<Submission> carriedBy(UUID interchange, String set) {
        return list("interchangeId = ?1 and setControl = ?2", Sort.by("attemptId"), interchange, set);
    }

    /** What was prepared for these claims and not yet confirmed as delivered. */
    public List<UUID> interchangesInDoubt(Collection<String> claimNumbers) {
        return getEntityManager()
                .createQuery(
                        "select distinct interchangeId from Submission where claimNumber in ?1 and status = PREPARED",
                        UUID.class)
                .setParameter(1, claimNumbers)
                .getResultList();
    }

    /** The last sending of each claim that left through this partner, for answers that do not say which file they are about. */
    public List<Submission> lastSent(String partner, Collection<String> claimNumbers) {
        return list(
                "from Submission s where s.partnerId = ?1 and s.claimNumber in ?2 and s.interchangeId is not null"
                        + " and s.queuePosition = (select max(l.queuePosition) from Submission l"
                        + " where l.claimNumber = s.claimNumber and l.interchangeId is not null)",
                partner,
                claimNumbers);
    }

    /** Moves all of an interchange's submissions that may make the move; those in memory do not see it. */
    public void moveAll(SubmissionTransition transition, UUID interchange) {
        var _ = update(
                "status = ?1 where interchangeId = ?2 and status in ?3",
                transition.to(),
                interchange,
                transition.from());
    }

    /** As {@link #moveAll(SubmissionTransition, UUID)}, of one transaction set. */
    public void moveAll(SubmissionTransition transition, UUID interchange, String set) {
        var _ = update(
                "status = ?1 where interchangeId = ?2 and setControl = ?3 and status in ?4",
                transition.to(),
                interchange,
                set,
                transition.from());
    }

    /** Newest first, before the given position in the queue. */
    List<Submission> page(
            @Nullable String claimNumber,
            @Nullable SubmissionStatus status,
            @Nullable Boolean missingInAnswer,
            long before,
            int limit) {
        var conditions = new ArrayList<>(List.of("queuePosition < :before"));
        var parameters = new HashMap<String, Object>(Map.of("before", before));
        if (claimNumber != null) {
            conditions.add("claimNumber = :claimNumber");
            parameters.put("claimNumber", claimNumber);
        }
        if (status != null) {
            conditions.add("status = :status");
            parameters.put("status", status);
        }
        if (missingInAnswer != null) {
            conditions.add("missingInAnswer = :missing");
            parameters.put("missing", missingInAnswer);
        }
        return find(String.join(" and ", conditions), Sort.descending("queuePosition"), parameters)
                .page(0, limit)
                .list();
    }

    private ClaimContent content(byte[] bytes) {
        try {
            return contents.readValue(bytes);
        } catch (IOException unreadable) {
            // Its message may repeat the claim, so it goes no further.
            throw new IllegalStateException("a kept claim does not read as JSON");
        }
    }
}
