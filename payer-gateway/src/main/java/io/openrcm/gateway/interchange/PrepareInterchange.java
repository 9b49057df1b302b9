package io.openrcm.gateway.interchange;

import io.openrcm.events.claims.ClaimType;
import io.openrcm.gateway.exchange.Audience;
import io.openrcm.gateway.partner.TradingPartner;
import io.openrcm.gateway.partner.TradingPartners;
import io.openrcm.gateway.rounds.LocalTime;
import io.openrcm.gateway.submission.Submission;
import io.openrcm.gateway.submission.Submissions;
import io.openrcm.gateway.x12.claim.Envelope;
import io.openrcm.gateway.x12.claim.Interchange837;
import io.openrcm.gateway.x12.claim.TransactionSet;
import io.openrcm.gateway.x12.claim.WrittenInterchange;
import io.openrcm.gateway.x12.expressible.Expressibility;
import io.openrcm.gateway.x12.expressible.Expressibility.Inexpressible;
import io.openrcm.gateway.x12.expressible.ExpressibleClaim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Turns what waits for a trading partner into one file: takes its control numbers, writes its bytes and notes where each
 * claim stands in it. From here on the bytes are fixed, whatever happens to this process.
 */
@ApplicationScoped
public class PrepareInterchange {

    /** Small enough that a refused transaction set does not hold up a day's claims, and far below the 5,000 the guides allow. */
    static final int MOST_CLAIMS = 1_000;

    private final TradingPartners partners;
    private final Submissions submissions;
    private final SentInterchanges interchanges;
    private final ControlNumbers numbers;
    private final LocalTime time;

    PrepareInterchange(
            TradingPartners partners,
            Submissions submissions,
            SentInterchanges interchanges,
            ControlNumbers numbers,
            LocalTime time) {
        this.partners = partners;
        this.submissions = submissions;
        this.interchanges = interchanges;
        this.numbers = numbers;
        this.time = time;
    }

    /**
     * What there is to transmit.
     *
     * @param partners for whom something waits
     * @param prepared files that may or may not have left, oldest first
     */
    public record Waiting(List<String> partners, List<UUID> prepared) {}

    @Transactional
    public Waiting waiting() {
        return new Waiting(submissions.partnersWithQueue(), interchanges.prepared());
    }

    /** The prepared file; empty where nothing waits, or where another replica is preparing one. */
    @Transactional
    public Optional<UUID> prepare(String partnerId) {
        return numbers.lock(partnerId).flatMap(last -> {
            var waiting = oneOfEachClaim(submissions.queued(partnerId, MOST_CLAIMS));
            return waiting.isEmpty() ? Optional.empty() : Optional.of(prepare(partners.get(partnerId), last, waiting));
        });
    }

    /** An answer names a claim by its number alone, so a second sending of the same claim waits for the next file. */
    private static Map<String, Submission> oneOfEachClaim(List<Submission> queued) {
        var first = new LinkedHashMap<String, Submission>();
        queued.forEach(submission -> {
            var _ = first.putIfAbsent(submission.claimNumber(), submission);
        });
        return first;
    }

    private UUID prepare(TradingPartner partner, ControlNumbers.Last last, Map<String, Submission> waiting) {
        long number = last.interchange() + 1;
        var sets = sets(number, List.copyOf(waiting.values()));
        var file = Interchange837.write(envelope(partner, number, last.group() + 1), sets);
        numbers.used(
                partner.id(),
                new ControlNumbers.Last(number, last.group() + file.groups().size()));
        var interchange = new SentInterchange(
                partner,
                number,
                file,
                Audience.ofAll(
                        waiting.values().stream().map(Submission::audience).toList()),
                time.now());
        interchanges.keep(interchange, file.bytes(), sentSets(interchange, file, sets));
        for (var place : file.places()) {
            var submission = waiting.get(place.claim().value());
            if (submission == null) {
                throw new IllegalStateException("the written file has a claim that was not waiting");
            }
            submission.prepare(interchange.id(), place.transactionSet(), place.firstSegment());
        }
        return interchange.id();
    }

    private List<TransactionSet> sets(long number, List<Submission> waiting) {
        var contents = submissions.contents(waiting);
        var batch = new ClaimBatch();
        for (var submission : waiting) {
            switch (Expressibility.of(
                    Objects.requireNonNull(contents.get(submission.attemptId()), "a queued claim has its content"))) {
                case ExpressibleClaim claim -> batch.add(claim);
                // It was expressible when it was queued, and neither the claim nor the rule can have changed since.
                case Inexpressible gaps -> throw new IllegalStateException("a queued claim: " + gaps.detail());
            }
        }
        return batch.sets(number);
    }

    private static List<SentSet> sentSets(
            SentInterchange interchange, WrittenInterchange file, List<TransactionSet> sets) {
        Map<ClaimType, String> groups = new HashMap<>();
        file.groups().forEach(group -> groups.put(group.type(), group.controlNumber()));
        return sets.stream()
                .map(set -> new SentSet(
                        interchange, Objects.requireNonNull(groups.get(set.type()), "each type has its group"), set))
                .toList();
    }

    private Envelope envelope(TradingPartner partner, long number, long firstGroup) {
        var parties = partner.parties();
        var submitter = partner.submitter();
        return new Envelope(
                new Envelope.TradingParty(parties.ourQualifier(), parties.ourId(), submitter.name()),
                new Envelope.TradingParty(parties.partnerQualifier(), parties.partnerId(), partner.name()),
                new Envelope.Contact(submitter.contactName(), submitter.contactPhone()),
                number,
                firstGroup,
                switch (partner.usage()) {
                    case TEST -> Envelope.Usage.TEST;
                    case PRODUCTION -> Envelope.Usage.PRODUCTION;
                },
                time.here());
    }
}
