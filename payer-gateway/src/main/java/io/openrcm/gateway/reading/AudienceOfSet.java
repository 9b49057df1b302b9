package io.openrcm.gateway.reading;

import io.openrcm.gateway.exchange.Audience;
import io.openrcm.gateway.exchange.ClaimExchanges;
import io.openrcm.gateway.exchange.ClaimNames;
import io.openrcm.gateway.interchange.SentInterchanges;
import io.openrcm.gateway.interchange.SentSet;
import io.openrcm.gateway.x12.answer.ClaimAck;
import io.openrcm.gateway.x12.answer.ClaimAck.ClaimStatus;
import io.openrcm.gateway.x12.answer.ImplementationAck;
import io.openrcm.gateway.x12.answer.InterchangeAck;
import io.openrcm.gateway.x12.answer.PayerAnswer;
import io.openrcm.gateway.x12.answer.RemittanceAdvice;
import io.openrcm.gateway.x12.answer.Unreadable;
import io.openrcm.gateway.x12.answer.Unsupported;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/**
 * For whose eyes a transaction set is: of those who may see the claims, or the files of ours, that it speaks of. A set that takes effect says
 * so by itself, for it has found them.
 */
@ApplicationScoped
class AudienceOfSet {

    private final SentInterchanges interchanges;
    private final ClaimExchanges exchanges;

    AudienceOfSet(SentInterchanges interchanges, ClaimExchanges exchanges) {
        this.interchanges = interchanges;
        this.exchanges = exchanges;
    }

    /** Unknown where something in it is about no claim or file of ours. */
    @Transactional(TxType.MANDATORY)
    Audience of(String partner, PayerAnswer answer) {
        return switch (answer) {
            case InterchangeAck ack ->
                interchanges.audienceOf(interchanges.idByNumber(partner, ack.interchange()).stream()
                        .toList());
            case ImplementationAck ack ->
                interchanges.audienceOf(interchanges.setsOfGroup(partner, ack.group()).stream()
                        .map(SentSet::interchangeId)
                        .distinct()
                        .toList());
            case ClaimAck ack -> ofBatches(partner, ack.batches());
            case RemittanceAdvice advice ->
                exchanges.audienceOf(advice.claims().stream()
                        .map(claim -> new ClaimNames(claim.claimNumber(), claim.payerClaimNumber()))
                        .toList());
            case Unsupported _, Unreadable _ -> Audience.UNKNOWN;
        };
    }

    private Audience ofBatches(String partner, List<ClaimAck.Batch> batches) {
        return Audience.ofAll(batches.stream()
                .map(batch -> batch.claims().isEmpty()
                        ? ofFile(partner, batch)
                        : exchanges.audienceOfOurs(batch.claims().stream()
                                .map(ClaimStatus::claimNumber)
                                .toList()))
                .toList());
    }

    /** Its claims need not be listed where all of them are refused. */
    private Audience ofFile(String partner, ClaimAck.Batch batch) {
        return interchanges
                .setByReference(partner, batch.reference())
                .map(set -> interchanges.audienceOf(List.of(set.interchangeId())))
                .orElse(Audience.UNKNOWN);
    }
}
