package io.openrcm.gateway.acknowledgment;

import io.openrcm.gateway.interchange.ConfirmDelivery;
import io.openrcm.gateway.interchange.SentInterchanges;
import io.openrcm.gateway.x12.answer.ClaimAck;
import io.openrcm.gateway.x12.answer.ImplementationAck;
import io.openrcm.gateway.x12.answer.InterchangeAck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Step 8 of a claim's path: finds which of our files, transaction sets and claims an acknowledgment speaks of, and lets it
 * take effect on them. An acknowledgment that comes again changes nothing.
 */
@ApplicationScoped
public class ReadAcknowledgment {

    private final SentInterchanges interchanges;
    private final ConfirmDelivery confirmDelivery;
    private final JudgeFile judgeFile;
    private final JudgeClaims judgeClaims;

    ReadAcknowledgment(
            SentInterchanges interchanges,
            ConfirmDelivery confirmDelivery,
            JudgeFile judgeFile,
            JudgeClaims judgeClaims) {
        this.interchanges = interchanges;
        this.confirmDelivery = confirmDelivery;
        this.judgeFile = judgeFile;
        this.judgeClaims = judgeClaims;
    }

    /** False where we never sent such an interchange. */
    @Transactional(TxType.MANDATORY)
    public boolean read(Origin origin, InterchangeAck ack) {
        var sent = interchanges.idByNumber(origin.partner(), ack.interchange());
        sent.ifPresent(id -> judgeFile.envelope(origin, confirmDelivery.confirm(id), ack));
        return sent.isPresent();
    }

    /** False where we never sent such a group. */
    @Transactional(TxType.MANDATORY)
    public boolean read(Origin origin, ImplementationAck ack) {
        var sets = interchanges.setsOfGroup(origin.partner(), ack.group());
        for (var set : sets) {
            var _ = confirmDelivery.confirm(set.interchangeId());
            judgeFile.syntax(origin, set, ack);
        }
        return !sets.isEmpty();
    }

    /** False where none of its claims is ours. */
    @Transactional(TxType.MANDATORY)
    public boolean read(Origin origin, ClaimAck ack) {
        boolean concernsUs = false;
        for (var batch : ack.batches()) {
            var set = interchanges.setByReference(origin.partner(), batch.reference());
            if (set.isPresent()) {
                var _ = confirmDelivery.confirm(set.get().interchangeId());
                judgeClaims.ofSet(origin, ack.issuer(), set.get(), batch);
                concernsUs = true;
            } else {
                concernsUs |= judgeClaims.withoutReference(origin, ack.issuer(), batch);
            }
        }
        return concernsUs;
    }
}
