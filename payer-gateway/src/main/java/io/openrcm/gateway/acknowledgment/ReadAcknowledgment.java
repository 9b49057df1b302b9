package io.openrcm.gateway.acknowledgment;

import io.openrcm.gateway.exchange.Audience;
import io.openrcm.gateway.exchange.ClaimExchanges;
import io.openrcm.gateway.interchange.ConfirmDelivery;
import io.openrcm.gateway.interchange.SentInterchanges;
import io.openrcm.gateway.submission.Submission;
import io.openrcm.gateway.x12.answer.ClaimAck;
import io.openrcm.gateway.x12.answer.ClaimAck.ClaimStatus;
import io.openrcm.gateway.x12.answer.ImplementationAck;
import io.openrcm.gateway.x12.answer.InterchangeAck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Step 8 of a claim's path: finds which of our files, transaction sets and claims an acknowledgment speaks of, and lets it
 * take effect on them. An acknowledgment that comes again changes nothing.
 */
@ApplicationScoped
public class ReadAcknowledgment {

    private final SentInterchanges interchanges;
    private final ClaimExchanges exchanges;
    private final ConfirmDelivery confirmDelivery;
    private final JudgeFile judgeFile;
    private final JudgeClaims judgeClaims;

    ReadAcknowledgment(
            SentInterchanges interchanges,
            ClaimExchanges exchanges,
            ConfirmDelivery confirmDelivery,
            JudgeFile judgeFile,
            JudgeClaims judgeClaims) {
        this.interchanges = interchanges;
        this.exchanges = exchanges;
        this.confirmDelivery = confirmDelivery;
        this.judgeFile = judgeFile;
        this.judgeClaims = judgeClaims;
    }

    /** For whom it is; empty where we never sent such an interchange. */
    @Transactional(TxType.MANDATORY)
    public Optional<Audience> read(Origin origin, InterchangeAck ack) {
        return interchanges.idByNumber(origin.partner(), ack.interchange()).map(id -> {
            var sent = confirmDelivery.confirm(id);
            judgeFile.envelope(origin, sent, ack);
            return sent.audience();
        });
    }

    /** For whom it is; empty where we never sent such a group. */
    @Transactional(TxType.MANDATORY)
    public Optional<Audience> read(Origin origin, ImplementationAck ack) {
        var audiences = new ArrayList<Audience>();
        for (var set : interchanges.setsOfGroup(origin.partner(), ack.group())) {
            audiences.add(confirmDelivery.confirm(set.interchangeId()).audience());
            judgeFile.syntax(origin, set, ack);
        }
        return audiences.isEmpty() ? Optional.empty() : Optional.of(Audience.ofAll(audiences));
    }

    /** For whom it is; empty where none of its claims is ours. */
    @Transactional(TxType.MANDATORY)
    public Optional<Audience> read(Origin origin, ClaimAck ack) {
        boolean concernsUs = false;
        var audiences = new ArrayList<Audience>();
        for (var batch : ack.batches()) {
            var set = interchanges.setByReference(origin.partner(), batch.reference());
            if (set.isPresent()) {
                var sent = confirmDelivery.confirm(set.get().interchangeId());
                var carried = judgeClaims.ofSet(origin, ack.issuer(), set.get(), batch);
                // Its claims need not be listed where all of them are refused.
                audiences.add(batch.claims().isEmpty() ? sent.audience() : audienceOf(batch, carried));
                concernsUs = true;
            } else {
                concernsUs |= judgeClaims.withoutReference(origin, ack.issuer(), batch);
                audiences.add(audienceOf(batch, List.of()));
            }
        }
        return concernsUs ? Optional.of(Audience.ofAll(audiences)) : Optional.empty();
    }

    /**
     * Who may see the claims that are named.
     *
     * @param known need not be asked for
     */
    private Audience audienceOf(ClaimAck.Batch batch, List<Submission> known) {
        var audiences = new HashMap<String, Audience>();
        known.forEach(submission -> audiences.put(submission.claimNumber(), submission.audience()));
        var named = batch.claims().stream().map(ClaimStatus::claimNumber).collect(Collectors.toSet());
        audiences.keySet().retainAll(named);
        return audiences.size() == named.size() ? Audience.ofAll(audiences.values()) : exchanges.audienceOfOurs(named);
    }
}
