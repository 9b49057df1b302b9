package io.openrcm.claims.scrubbing;

import io.openrcm.claims.claim.Claim;
import io.openrcm.claims.claim.ClaimNews;
import io.openrcm.claims.claim.Claims;
import io.openrcm.claims.claim.Claims.LiveClaim;
import io.openrcm.claims.coordination.Masters;
import io.openrcm.events.delivery.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs the claim edits over drafts and holds or releases each. */
@ApplicationScoped
public class ScrubClaim {

    /**
     * A draft to look at.
     *
     * @param isNew whether the claim was never looked at and has no findings yet
     */
    public record Draft(Claim claim, Cause cause, boolean isNew) {}

    private final Claims claims;
    private final Masters masters;
    private final Findings findings;
    private final ClaimNews news;
    private final Clock clock;

    public ScrubClaim(Claims claims, Masters masters, Findings findings, ClaimNews news, Clock clock) {
        this.claims = claims;
        this.masters = masters;
        this.findings = findings;
        this.news = news;
        this.clock = clock;
    }

    /** Looks at every draft; asks the database once for duplicates. The drafts need not be saved yet. */
    public void scrub(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        var duplicates = duplicates(drafts.stream().map(Draft::claim).toList());
        for (Draft draft : drafts) {
            var duplicateOf = duplicates.numberOfTwin(draft.claim());
            apply(draft, ClaimEdits.scrub(facts(draft.claim(), duplicateOf)));
        }
    }

    /** What the edits would say now; changes nothing. */
    ScrubOutcome look(Claim claim) {
        var duplicateOf = duplicates(List.of(claim)).numberOfTwin(claim);
        return ClaimEdits.scrub(facts(claim, duplicateOf));
    }

    private ClaimFacts facts(Claim claim, @Nullable String duplicateOf) {
        var header = claim.header();
        var content = claim.content();
        return new ClaimFacts(
                content,
                masters.terms(content.destination().payer()),
                masters.today(header.facility()),
                header.fileBy(),
                duplicateOf);
    }

    private void apply(Draft draft, ScrubOutcome outcome) {
        var claim = draft.claim();
        if (draft.isNew()) {
            findings.add(claim, outcome.findings());
        } else {
            findings.replace(claim, outcome.findings());
        }
        switch (outcome) {
            case ScrubOutcome.Held held -> hold(draft, held.findings());
            case ScrubOutcome.Clean _ -> release(draft.cause(), claim);
        }
    }

    private void hold(Draft draft, List<Finding> found) {
        var reasons = found.stream().filter(Finding::holds).toList();
        var held =
                draft.claim().hold(reasons.stream().map(Finding::toHoldReason).toList());
        var edits = reasons.stream().map(Finding::editId).distinct().toList();
        news.tell(draft.cause(), draft.claim(), held, "Held by " + String.join(", ", edits) + ".");
    }

    void release(Cause cause, Claim claim) {
        var released = claim.release(clock.instant());
        claims.addAttempt(released, clock.instant());
        news.tell(
                cause,
                claim,
                released,
                "Version " + claim.version() + " released to " + claim.payer() + ", attempt " + released.attempt()
                        + ", " + claim.billed() + ".");
    }

    /** Finds the live claim that a draft repeats: one in the database, or an earlier draft of the same batch. */
    private Duplicates duplicates(List<Claim> candidates) {
        var fingerprints = candidates.stream()
                .map(claim -> claim.currentVersion().fingerprint())
                .distinct()
                .toList();
        var duplicates = new Duplicates(new HashMap<>());
        for (LiveClaim live : claims.withFingerprints(fingerprints)) {
            duplicates.add(live);
        }
        return duplicates;
    }

    private record Duplicates(Map<UUID, List<LiveClaim>> live) {

        void add(LiveClaim claim) {
            live.computeIfAbsent(claim.fingerprint(), _ -> new ArrayList<>()).add(claim);
        }

        /**
         * Another claim of the same facility, whose people may know of it: one under 42 CFR Part 2 is named on such claims only. From now on {@code claim} is live for the drafts that follow.
         */
        @Nullable
        String numberOfTwin(Claim claim) {
            var self = new LiveClaim(
                    claim.aggregateId(),
                    claim.number().value(),
                    claim.facility().value(),
                    claim.header().underPart2(),
                    claim.currentVersion().fingerprint());
            var twin = live.getOrDefault(self.fingerprint(), List.of()).stream()
                    .filter(other -> other.facility().equals(self.facility())
                            && (self.part2() || !other.part2())
                            && !other.claimId().equals(self.claimId()))
                    .findFirst();
            add(self);
            return twin.map(LiveClaim::number).orElse(null);
        }
    }
}
