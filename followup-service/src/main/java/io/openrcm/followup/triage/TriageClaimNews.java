package io.openrcm.followup.triage;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.openrcm.events.Ids;
import io.openrcm.events.claims.ClaimEvent;
import io.openrcm.events.claims.ClaimEvent.AboutClaim;
import io.openrcm.events.claims.ClaimEvent.RemittanceExcepted;
import io.openrcm.events.claims.ClaimHeader;
import io.openrcm.events.delivery.EventCodec;
import io.openrcm.events.delivery.Message;
import io.openrcm.followup.denial.DenialReasons;
import io.openrcm.followup.triage.Triage.OpenItem;
import io.openrcm.followup.triage.Triage.SettleItems;
import io.openrcm.followup.triage.Triage.StartClock;
import io.openrcm.followup.triage.Triage.StopClock;
import io.openrcm.followup.workitem.WorkItem;
import io.openrcm.followup.workitem.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Turns claim news into clocks and work items; a batch costs two queries and batched writes. */
@ApplicationScoped
public class TriageClaimNews {

    private final WatchedClaims watchedClaims;
    private final WorkItems workItems;
    private final EventCodec codec;
    private final Clock clock;
    private final ClaimNews claimNews = new ClaimNews(DenialReasons.shipped());

    public TriageClaimNews(WatchedClaims watchedClaims, WorkItems workItems, EventCodec codec, Clock clock) {
        this.watchedClaims = watchedClaims;
        this.workItems = workItems;
        this.codec = codec;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void triage(List<Message<ClaimEvent>> messages) {
        Desk desk = desk(messages);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (Message<ClaimEvent> message : messages) {
            if (message.event() instanceof AboutClaim news) {
                message.requireFacility(news.claim().facility());
                WatchedClaim claim = desk.watched(news, message);
                message.requireFacility(claim.facility());
                if (claim.know(news.claim())) {
                    workItems.label(claim.claimId(), claim.underPart2());
                }
            } else if (message.event() instanceof RemittanceExcepted exception && exception.claim() != null) {
                message.requireFacility(exception.claim().facility());
                desk.known(exception.claim()).ifPresent(known -> message.requireFacility(known.facility()));
            }
            for (Triage step : claimNews.triage(message.event(), today)) {
                carryOut(step, message, desk, now);
            }
        }
    }

    private void carryOut(Triage step, Message<ClaimEvent> message, Desk desk, Instant now) {
        UUID claimId = message.aggregateId();
        switch (step) {
            case StartClock start -> desk.watched(claimId).awaitAnswerBy(start.answerDueOn());
            case StopClock _ -> desk.watched(claimId).answered();
            case SettleItems settle ->
                desk.openItems(claimId).stream()
                        .filter(item -> !item.isResolved() && settle.kinds().contains(item.kind()))
                        .forEach(item -> item.resolve(settle.resolution(), now));
            case OpenItem open -> {
                UUID id = Ids.derived(message.eventId(), open.task().kind().name());
                WorkItem item = WorkItem.open(
                        id, open.task(), json(open.task().details()), now, LocalDate.ofInstant(now, ZoneOffset.UTC));
                workItems.persist(item);
                desk.openItems(claimId).add(item);
            }
        }
    }

    private Desk desk(List<Message<ClaimEvent>> messages) {
        Set<UUID> claimIds = new LinkedHashSet<>();
        for (Message<ClaimEvent> message : messages) {
            if (message.event() instanceof AboutClaim) {
                claimIds.add(message.aggregateId());
            } else if (message.event() instanceof RemittanceExcepted exception && exception.claim() != null) {
                claimIds.add(exception.claim().claimId().value());
            }
        }
        Map<UUID, List<WorkItem>> open = new HashMap<>();
        for (WorkItem item : workItems.openAbout(claimIds)) {
            open.computeIfAbsent(item.claimId(), _ -> new ArrayList<>()).add(item);
        }
        return new Desk(watchedClaims.byIds(claimIds), open);
    }

    private String json(Object details) {
        try {
            return codec.mapper().writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a work item's details do not write as JSON", e);
        }
    }

    /** What a batch has before it: the claims it is about and what is open about them. */
    private final class Desk {

        private final Map<UUID, WatchedClaim> watched;
        private final Map<UUID, List<WorkItem>> open;

        Desk(Map<UUID, WatchedClaim> watched, Map<UUID, List<WorkItem>> open) {
            this.watched = watched;
            this.open = open;
        }

        WatchedClaim watched(AboutClaim news, Message<ClaimEvent> message) {
            return watched.computeIfAbsent(message.aggregateId(), _ -> {
                WatchedClaim claim = WatchedClaim.of(news.claim(), message.correlationId());
                watchedClaims.persist(claim);
                return claim;
            });
        }

        Optional<WatchedClaim> known(ClaimHeader claim) {
            return Optional.ofNullable(watched.get(claim.claimId().value()));
        }

        WatchedClaim watched(UUID claimId) {
            return Objects.requireNonNull(watched.get(claimId), "a clock without a claim");
        }

        List<WorkItem> openItems(UUID claimId) {
            return open.computeIfAbsent(claimId, _ -> new ArrayList<>());
        }
    }
}
