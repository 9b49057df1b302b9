package io.openrcm.gateway.x12.claim;

import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.encounter.Coverage;
import io.openrcm.events.encounter.Coverage.PlanType;
import io.openrcm.events.encounter.Patient;
import io.openrcm.gateway.x12.claim.WrittenInterchange.ClaimPlace;
import io.openrcm.gateway.x12.expressible.ExpressibleClaim;
import io.openrcm.gateway.x12.syntax.SegmentWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loops 2000A to 2000C of one transaction set, with the claims below them, and the places where the claims come to stand. */
final class HierarchyWriter {

    /** The guides' repeat of loop 2300 below one subscriber or patient. */
    private static final int MOST_CLAIMS_PER_PATIENT = 100;

    private final SegmentWriter writer;
    private final String group;
    private final TransactionSet set;
    private final List<ClaimPlace> places;
    private final PartyWriter parties;
    private final ClaimWriter claims;
    private int lastLevel;
    private int firstSegmentOfNextClaim;

    HierarchyWriter(SegmentWriter writer, String group, TransactionSet set, List<ClaimPlace> places) {
        this.writer = writer;
        this.group = group;
        this.set = set;
        this.places = places;
        this.parties = new PartyWriter(writer);
        this.claims = new ClaimWriter(writer);
    }

    void write() {
        new Hierarchy(set.claims()).providers().forEach((provider, subscribers) -> {
            firstSegmentOfNextClaim = writer.segments() + 1;
            int level = level(null, "20", true);
            parties.billingProvider(provider);
            subscribers.forEach((_, patients) -> subscriber(level, patients));
        });
    }

    /** HL; counts through the whole transaction set. */
    private int level(@Nullable Integer parent, String kind, boolean hasChildren) {
        lastLevel++;
        String parentNumber = parent == null ? null : parent.toString();
        writer.segment("HL")
                .number(lastLevel)
                .text(parentNumber)
                .text(kind)
                .text(hasChildren ? "1" : "0")
                .end();
        return lastLevel;
    }

    private void subscriber(int provider, Map<Hierarchy.PatientKey, List<ExpressibleClaim>> patients) {
        List<ExpressibleClaim> first = patients.values().iterator().next();
        if (first.getFirst().content().destination().subscriber() == null) {
            for (int from = 0; from < first.size(); from += MOST_CLAIMS_PER_PATIENT) {
                List<ExpressibleClaim> some = upToMost(first, from);
                startHere();
                int _ = level(provider, "22", false);
                policy(some.getFirst().content());
                some.forEach(this::claim);
            }
            return;
        }
        startHere();
        int subscriber = level(provider, "22", true);
        policy(first.getFirst().content());
        for (List<ExpressibleClaim> all : patients.values()) {
            for (int from = 0; from < all.size(); from += MOST_CLAIMS_PER_PATIENT) {
                patient(subscriber, upToMost(all, from));
            }
        }
    }

    private static List<ExpressibleClaim> upToMost(List<ExpressibleClaim> claims, int from) {
        return claims.subList(from, Math.min(from + MOST_CLAIMS_PER_PATIENT, claims.size()));
    }

    /** Whatever comes from here on is there for the next claim, unless something before it already is. */
    private void startHere() {
        if (firstSegmentOfNextClaim == 0) {
            firstSegmentOfNextClaim = writer.segments() + 1;
        }
    }

    /** 2000B: SBR, the subscriber and the payer. */
    private void policy(ClaimContent claim) {
        Coverage coverage = claim.destination();
        boolean patientIsSubscriber = coverage.subscriber() == null;
        writer.segment("SBR")
                .text(CodeValues.rank(coverage.rank()))
                .text(patientIsSubscriber ? "18" : null)
                .text(coverage.groupNumber())
                .skip()
                .text(whyMedicareIsSecondary(claim))
                .skip(3)
                .text(CodeValues.plan(coverage.plan()))
                .end();
        Patient patient = claim.patient();
        if (coverage.subscriber() == null) {
            parties.person("IL", patient.name(), "MI", coverage.memberId());
            parties.address(patient.address());
            parties.demographics(patient.birthDate(), patient.sex());
        } else {
            parties.person("IL", coverage.subscriber().name(), "MI", coverage.memberId());
        }
        parties.payer(coverage);
    }

    /**
     * SBR05, of professional claims to Medicare as a secondary payer: workers' compensation and no-fault by the primary
     * plan; else working aged from 65 years, disabled below (42 CFR 411.20 to 411.206).
     */
    private @Nullable String whyMedicareIsSecondary(ClaimContent claim) {
        Coverage destination = claim.destination();
        boolean toMedicare =
                destination.plan() == PlanType.MEDICARE_PART_A || destination.plan() == PlanType.MEDICARE_PART_B;
        if (set.type() != ClaimType.PROFESSIONAL || !toMedicare || destination.rank() == 1) {
            return null;
        }
        PlanType primary = claim.coverages().stream()
                .filter(coverage -> coverage.rank() == 1)
                .map(Coverage::plan)
                .findFirst()
                .orElse(PlanType.COMMERCIAL);
        boolean aged = !claim.patient().birthDate().plusYears(65).isAfter(claim.statementFrom());
        return switch (primary) {
            case WORKERS_COMPENSATION -> "15";
            case AUTO -> "14";
            default -> aged ? "12" : "43";
        };
    }

    /** 2000C: the patient where somebody else holds the policy. */
    private void patient(int subscriber, List<ExpressibleClaim> some) {
        startHere();
        int _ = level(subscriber, "23", false);
        ClaimContent first = some.getFirst().content();
        writer.segment("PAT")
                .text(CodeValues.relationship(first.destination().relationship()))
                .end();
        Patient patient = first.patient();
        parties.person("QC", patient.name(), null, null);
        parties.address(patient.address());
        parties.demographics(patient.birthDate(), patient.sex());
        some.forEach(this::claim);
    }

    private void claim(ExpressibleClaim claim) {
        startHere();
        int claimSegment = writer.segments() + 1;
        claims.write(claim);
        ClaimContent content = claim.content();
        List<String> lineNumbers = new ArrayList<>(content.lines().size());
        for (ServiceLine line : content.lines()) {
            lineNumbers.add(line.controlNumber());
        }
        places.add(new ClaimPlace(
                content.number(), group, set.controlNumber(), firstSegmentOfNextClaim, claimSegment, lineNumbers));
        firstSegmentOfNextClaim = 0;
    }
}
