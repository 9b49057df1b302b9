package io.openrcm.claims.building;

import io.openrcm.claims.claim.Claim;
import io.openrcm.claims.claim.ClaimNews;
import io.openrcm.claims.claim.ClaimOrigin;
import io.openrcm.claims.claim.Claims;
import io.openrcm.claims.claim.status.VersionTransition;
import io.openrcm.claims.coordination.Masters;
import io.openrcm.claims.scrubbing.ScrubClaim;
import io.openrcm.claims.scrubbing.ScrubClaim.Draft;
import io.openrcm.events.EncounterId;
import io.openrcm.events.Money;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the claims of encounters released for billing, and makes them again when an encounter has changed. */
@ApplicationScoped
public class BuildClaims {

    private final Claims claims;
    private final Masters masters;
    private final ScrubClaim scrubClaim;
    private final ClaimNews news;
    private final Clock clock;

    public BuildClaims(Claims claims, Masters masters, ScrubClaim scrubClaim, ClaimNews news, Clock clock) {
        this.claims = claims;
        this.masters = masters;
        this.scrubClaim = scrubClaim;
        this.news = news;
        this.clock = clock;
    }

    /** The claims of one batch: those that exist, read in one query, and those that it makes. */
    private record Batch(Map<UUID, Claim> known, Map<Claim, Draft> drafts, Set<Claim> made) {}

    /**
     * Builds and scrubs.
     *
     * @return the encounters of the batch that have no claim, old or new
     */
    public Set<EncounterId> build(List<PlannedEncounter> encounters) {
        var batch = new Batch(new HashMap<>(), new LinkedHashMap<>(), new LinkedHashSet<>());
        var ids = encounters.stream()
                .flatMap(encounter -> List.of(ClaimType.values()).stream().map(type -> idOf(encounter, type)))
                .distinct()
                .toList();
        claims.preload(ids).forEach(claim -> batch.known().put(claim.aggregateId(), claim));
        encounters.forEach(encounter -> build(batch, encounter));
        scrubClaim.scrub(List.copyOf(batch.drafts().values()));
        batch.made().forEach(claims::add);

        var unclaimed = new HashSet<EncounterId>();
        for (PlannedEncounter encounter : encounters) {
            if (existing(batch, encounter).isEmpty()) {
                unclaimed.add(encounter.encounterId());
            }
        }
        return unclaimed;
    }

    private static UUID idOf(PlannedEncounter encounter, ClaimType type) {
        return ClaimOrigin.claimId(encounter.encounterId(), type, ClaimPlan.PRIMARY)
                .value();
    }

    private static List<Claim> existing(Batch batch, PlannedEncounter encounter) {
        return List.of(ClaimType.values()).stream()
                .map(type -> batch.known().get(idOf(encounter, type)))
                .filter(claim -> claim != null)
                .toList();
    }

    private void build(Batch batch, PlannedEncounter encounter) {
        var planned = new HashMap<ClaimType, ClaimContent>();
        switch (encounter.plan()) {
            case ClaimPlan.Bill bill -> bill.claims().forEach(content -> planned.put(content.type(), content));
            case ClaimPlan.SelfPay _, ClaimPlan.NothingCharged _ -> {}
        }
        for (ClaimType type : ClaimType.values()) {
            var claim = batch.known().get(idOf(encounter, type));
            var content = planned.get(type);
            if (claim == null && content != null) {
                draft(batch, encounter, content);
            } else if (claim != null && encounter.sourceVersion() > claim.sourceVersion()) {
                change(batch, encounter, claim, content);
            }
        }
    }

    private void draft(Batch batch, PlannedEncounter encounter, ClaimContent content) {
        var origin =
                new ClaimOrigin(encounter.encounterId(), encounter.encounter().facility(), encounter.sourceVersion());
        var id = ClaimOrigin.claimId(encounter.encounterId(), content.type(), ClaimPlan.PRIMARY);
        var claim = new Claim(id, origin, content, fileBy(content), clock.instant());
        batch.known().put(id.value(), claim);
        batch.made().add(claim);
        batch.drafts().put(claim, new Draft(claim, encounter.cause(), true));
        news.note(encounter.cause(), claim, "ClaimBuilt", billed(content));
    }

    /** What nobody outside has seen is simply made again; what has left is a matter for a person. */
    private void change(Batch batch, PlannedEncounter encounter, Claim claim, @Nullable ClaimContent content) {
        boolean isInside =
                VersionTransition.REDRAFT.isPossibleFrom(claim.standing().axes().version());
        if (isInside && content != null) {
            var rebuilt = Rebuilt.of(content, claim);
            claim.builtFrom(encounter.sourceVersion(), rebuilt.part2() != null);
            if (claim.redraft(rebuilt, fileBy(rebuilt), clock.instant())) {
                claims.addVersion(claim);
            }
            batch.drafts()
                    .put(claim, new Draft(claim, encounter.cause(), batch.made().contains(claim)));
            news.note(encounter.cause(), claim, "ClaimBuiltAgain", billed(rebuilt));
            return;
        }
        var billedNow = content == null ? Money.ZERO : content.total();
        boolean labelled = encounter.encounter().part2() != null;
        var found = claim.changedAfterBilling(encounter.sourceVersion(), labelled, billedNow);
        news.tell(
                encounter.cause(),
                claim,
                found,
                "The encounter's version " + found.sourceVersion() + " would bill " + billedNow + " instead of "
                        + claim.billed() + ".");
    }

    private LocalDate fileBy(ClaimContent content) {
        return masters.terms(content.destination().payer())
                .fileBy(content.type(), content.statementFrom(), content.statementThrough());
    }

    private static String billed(ClaimContent content) {
        return "Version " + content.version() + " with " + content.lines().size() + " lines, " + content.total() + ".";
    }
}
