package io.openrcm.coding.encounter;

import io.openrcm.coding.CodingProblem;
import io.openrcm.coding.codebook.CodeTable;
import io.openrcm.coding.codebook.Codebook;
import io.openrcm.coding.encounter.Registration.Kept;
import io.openrcm.coding.encounter.Registration.Receipt;
import io.openrcm.coding.encounter.Registration.Refused;
import io.openrcm.coding.intake.Submission;
import io.openrcm.events.EncounterId;
import io.openrcm.events.Ids;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.delivery.Outbox;
import io.openrcm.rest.RestProblem;
import io.openrcm.rest.record.ClientAddress;
import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Facilities;
import io.openrcm.security.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes in what hospitals send of their own: each version of an encounter once, whatever is sent twice. */
@ApplicationScoped
public class RegisterEncounter {

    private final Encounters encounters;
    private final Codebook codebook;
    private final Outbox outbox;
    private final Acting acting;
    private final AuditTrail trail;
    private final ClientAddress address;
    private final Clock clock;

    public RegisterEncounter(
            Encounters encounters,
            Codebook codebook,
            Outbox outbox,
            Acting acting,
            AuditTrail trail,
            ClientAddress address,
            Clock clock) {
        this.encounters = encounters;
        this.codebook = codebook;
        this.outbox = outbox;
        this.acting = acting;
        this.trail = trail;
        this.address = address;
        this.clock = clock;
    }

    /** All of them in one transaction with one query for those that are known; one answer each, in their order. */
    @Transactional
    public List<Registration> registerAll(List<Submission.Accepted> submissions) {
        CodeTable codes = codebook.table();
        Map<UUID, Encounter> known = encounters.known(submissions.stream()
                .map(submission -> submission.content().id().value())
                .distinct()
                .toList());
        Facilities ofSender = acting.known().facilities();
        List<Registration> registrations = new ArrayList<>(submissions.size());
        for (Submission.Accepted submission : submissions) {
            String facility = submission.content().facility().value();
            registrations.add(
                    ofSender.include(facility)
                            ? register(submission, known, codes)
                            : notItsOwn(submission.content().id()));
        }
        RegisteredOnRecord.entries(submissions, registrations).forEach(entry -> trail.record(address.on(entry)));
        return registrations;
    }

    private static Refused notItsOwn(EncounterId id) {
        return new Refused(
                id, RestProblem.FACILITY_NOT_YOURS, "/facility", "Only its own hospital sends an encounter.");
    }

    private Registration register(Submission.Accepted submission, Map<UUID, Encounter> known, CodeTable codes) {
        EncounterId id = submission.content().id();
        Encounter encounter = known.get(id.value());
        if (encounter == null) {
            encounter = Encounter.receive(submission, clock.instant());
            Registration kept = decide(encounter, true, codes);
            encounters.persist(encounter);
            var _ = known.put(id.value(), encounter);
            return kept;
        }
        int version = submission.content().source().version();
        if (version < encounter.sourceVersion()) {
            return Refused.version(
                    id,
                    CodingProblem.STALE_ENCOUNTER_VERSION,
                    "Version " + encounter.sourceVersion() + " is known; nothing was changed.");
        }
        if (version == encounter.sourceVersion()) {
            return encounter.hasContentOf(submission)
                    ? new Kept(id, false, encounter.receipt())
                    : Refused.version(
                            id,
                            CodingProblem.ENCOUNTER_VERSION_CONFLICT,
                            "Send changed content under a higher version; nothing was changed.");
        }
        if (encounter.wasReleased() && !submission.content().goesToAPayer()) {
            return Refused.version(
                    id,
                    CodingProblem.ENCOUNTER_ALREADY_RELEASED,
                    "Its claims have to be voided in claims-service; nothing was changed.");
        }
        encounter.change(submission);
        return decide(encounter, false, codes);
    }

    private Registration decide(Encounter encounter, boolean isNew, CodeTable codes) {
        EncounterId id = encounter.encounterId();
        encounter.decide(codes, clock.instant()).ifPresent(coded -> outbox.record(cause(encounter), encounter, coded));
        Receipt receipt = new Receipt(
                id, encounter.status(), encounter.codingStatus(), encounter.sourceVersion(), encounter.problems());
        encounter.answerWith(receipt);
        return new Kept(id, isNew, receipt);
    }

    /** The same for every sending of the same version. */
    private static Cause cause(Encounter encounter) {
        UUID id = encounter.aggregateId();
        return new Cause(Ids.derived(id, "version/" + encounter.sourceVersion()), id);
    }
}
