package io.openrcm.gateway.reading;

import io.openrcm.events.FacilityId;
import io.openrcm.gateway.exchange.ClaimExchanges;
import io.openrcm.gateway.exchange.ClaimNames;
import io.openrcm.gateway.interchange.SentInterchanges;
import io.openrcm.gateway.interchange.SentSet;
import io.openrcm.gateway.x12.answer.ClaimAck;
import io.openrcm.gateway.x12.answer.ImplementationAck;
import io.openrcm.gateway.x12.answer.InterchangeAck;
import io.openrcm.gateway.x12.answer.PayerAnswer;
import io.openrcm.gateway.x12.answer.RemittanceAdvice;
import io.openrcm.gateway.x12.answer.Unreadable;
import io.openrcm.gateway.x12.answer.Unsupported;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** For whose eyes a transaction set is: the facilities of the claims, or of the files of ours, that it speaks of. */
@ApplicationScoped
class FacilitiesOfSet {

    private final SentInterchanges interchanges;
    private final ClaimExchanges exchanges;

    FacilitiesOfSet(SentInterchanges interchanges, ClaimExchanges exchanges) {
        this.interchanges = interchanges;
        this.exchanges = exchanges;
    }

    /** Empty where they are not known: something in it is about no claim or file of ours, and may be anybody's. */
    @Transactional(TxType.MANDATORY)
    Set<FacilityId> of(String partner, PayerAnswer answer) {
        return switch (answer) {
            case InterchangeAck ack ->
                interchanges.facilitiesOf(interchanges.idByNumber(partner, ack.interchange()).stream()
                        .toList());
            case ImplementationAck ack ->
                interchanges.facilitiesOf(interchanges.setsOfGroup(partner, ack.group()).stream()
                        .map(SentSet::interchangeId)
                        .distinct()
                        .toList());
            case ClaimAck ack -> ofBatches(partner, ack.batches());
            case RemittanceAdvice advice ->
                exchanges.facilitiesOf(advice.claims().stream()
                        .map(claim -> new ClaimNames(claim.claimNumber(), claim.payerClaimNumber()))
                        .toList());
            case Unsupported _, Unreadable _ -> Set.of();
        };
    }

    private Set<FacilityId> ofBatches(String partner, List<ClaimAck.Batch> batches) {
        var all = new HashSet<FacilityId>();
        for (var batch : batches) {
            var facilities = batch.claims().isEmpty() ? ofFile(partner, batch) : ofClaims(batch);
            if (facilities.isEmpty()) {
                return Set.of();
            }
            all.addAll(facilities);
        }
        return all;
    }

    /** Its claims need not be listed where all of them are refused. */
    private Set<FacilityId> ofFile(String partner, ClaimAck.Batch batch) {
        return interchanges
                .setByReference(partner, batch.reference())
                .map(set -> interchanges.facilitiesOf(List.of(set.interchangeId())))
                .orElse(Set.of());
    }

    private Set<FacilityId> ofClaims(ClaimAck.Batch batch) {
        return exchanges.facilitiesOf(batch.claims().stream()
                .map(claim -> new ClaimNames(claim.claimNumber(), null))
                .toList());
    }
}
