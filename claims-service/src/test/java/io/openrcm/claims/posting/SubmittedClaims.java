package io.openrcm.claims.posting;

import io.openrcm.claims.claim.Claim;
import io.openrcm.claims.claim.ClaimOrigin;
import io.openrcm.claims.claim.Claims;
import io.openrcm.claims.ledger.Ledger;
import io.openrcm.claims.ledger.Ledger.Charge;
import io.openrcm.events.ClaimId;
import io.openrcm.events.ClaimNumber;
import io.openrcm.events.EncounterId;
import io.openrcm.events.FacilityId;
import io.openrcm.events.Ids;
import io.openrcm.events.Npi;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.BillingProvider;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.events.claims.Frequency;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.delivery.Message;
import io.openrcm.events.encounter.Address;
import io.openrcm.events.encounter.Coverage;
import io.openrcm.events.encounter.Coverage.PlanType;
import io.openrcm.events.encounter.Diagnosis;
import io.openrcm.events.encounter.Patient;
import io.openrcm.events.encounter.PersonName;
import io.openrcm.events.encounter.Relationship;
import io.openrcm.events.encounter.Sex;
import io.openrcm.events.payer.PayerEvent;
import io.openrcm.events.payer.PayerEvent.ClaimRemitted;
import io.openrcm.events.payer.PayerEvent.RemittanceReceived;
import io.openrcm.events.payer.PayerEvent.RemittanceRefused;
import io.openrcm.events.payer.PayerEvent.StrangeClaimRemitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Claims that have left for their payer, and the payer's messages as they come in: a batch in one transaction. */
@ApplicationScoped
public class SubmittedClaims {

    private static final LocalDate SERVED = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-05T10:00:00Z");

    private final Claims claims;
    private final Ledger ledger;
    private final PostingBatch batch;
    private final PostRemittance postRemittance;
    private final RecordRemittance recordRemittance;

    SubmittedClaims(
            Claims claims,
            Ledger ledger,
            PostingBatch batch,
            PostRemittance postRemittance,
            RecordRemittance recordRemittance) {
        this.claims = claims;
        this.ledger = ledger;
        this.batch = batch;
        this.postRemittance = postRemittance;
        this.recordRemittance = recordRemittance;
    }

    @Transactional
    public ClaimId submit(String number, List<ServiceLine> lines, PayerId... payers) {
        var claim = release(number, lines, payers);
        ledger.openReceivable(command(), new Charge(claim.claimId(), claim.facility(), 1, payers[0], lines));
        return claim.claimId();
    }

    @Transactional
    public Claim release(String number, List<ServiceLine> lines, PayerId... payers) {
        var encounter = new EncounterId(Ids.derived(number));
        var id = ClaimOrigin.claimId(encounter, ClaimType.PROFESSIONAL, 1);
        var origin = new ClaimOrigin(encounter, new FacilityId("LAKESIDE"), 1);
        var claim = new Claim(id, origin, content(number, 1, lines, payers), SERVED.plusDays(365), NOW);
        var _ = claim.release(NOW);
        claims.add(claim);
        return claim;
    }

    @Transactional
    public void rebill(ClaimId claim, List<ServiceLine> lines, PayerId payer) {
        ledger.openReceivable(command(), new Charge(claim, find(claim).facility(), 1, payer, lines));
    }

    @Transactional
    public void hear(List<Message<PayerEvent>> messages) {
        claims.preload(messages.stream()
                .filter(message -> message.event() instanceof PayerEvent.AboutClaim)
                .map(Message::aggregateId)
                .distinct()
                .toList());
        batch.preload(messages);
        for (Message<PayerEvent> message : messages) {
            var cause = message.cause();
            switch (message.event()) {
                case ClaimRemitted e -> postRemittance.post(cause, message.seq(), e);
                case RemittanceReceived e -> recordRemittance.received(cause, e);
                case RemittanceRefused e -> recordRemittance.refused(cause, e);
                case StrangeClaimRemitted e -> recordRemittance.strange(cause, e);
                default -> throw new IllegalArgumentException("not about money");
            }
        }
    }

    /** Each event in a message of its own, as if nobody had seen it before. */
    public static List<Message<PayerEvent>> messages(long firstSeq, PayerEvent... events) {
        var messages = new ArrayList<Message<PayerEvent>>();
        for (PayerEvent event : events) {
            messages.add(new Message<>(
                    UUID.randomUUID(),
                    event.aggregateId(),
                    firstSeq + messages.size(),
                    UUID.randomUUID(),
                    NOW,
                    new FacilityId("LAKESIDE"),
                    event));
        }
        return messages;
    }

    @Transactional
    public Claim find(ClaimId id) {
        return claims.get(id);
    }

    private static Cause command() {
        return Cause.command(UUID.randomUUID());
    }

    private static ClaimContent content(String number, int version, List<ServiceLine> lines, PayerId... payers) {
        var address = new Address("1 Test Street", null, "Madison", "WI", "537031234");
        var name = new PersonName("Example", "Ada", null);
        var coverages = new ArrayList<Coverage>();
        Arrays.stream(payers)
                .forEach(payer -> coverages.add(new Coverage(
                        coverages.size() + 1,
                        payer,
                        payer.value(),
                        PlanType.COMMERCIAL,
                        "W00000000",
                        null,
                        Relationship.SELF,
                        null,
                        null)));
        return new ClaimContent(
                ClaimType.PROFESSIONAL,
                new ClaimNumber(number),
                version,
                Frequency.ORIGINAL,
                null,
                null,
                "11",
                new BillingProvider("Lakeside", new Npi("1999999000"), "990000001", null, address, null),
                new Patient("MRN1", name, LocalDate.of(1980, 1, 1), Sex.FEMALE, address),
                coverages,
                1,
                SERVED,
                SERVED,
                null,
                List.of(),
                List.of(new Diagnosis("J069", Diagnosis.Role.PRINCIPAL, null)),
                List.of(),
                lines,
                null);
    }
}
