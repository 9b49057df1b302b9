package io.openrcm.claims.posting;

import io.openrcm.claims.ledger.AtCommit;
import io.openrcm.claims.posting.adjudication.Adjudication;
import io.openrcm.claims.posting.adjudication.LineAdjudication;
import io.openrcm.claims.posting.adjudication.LineStatus;
import io.openrcm.events.ClaimId;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.RemittanceId;
import io.openrcm.events.delivery.EventCodec;
import io.openrcm.events.payer.Adjustment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;

/** What payers decided on a claim's lines, as a person reads it. */
@ApplicationScoped
public class LineDecisions {

    /**
     * One decision on one line.
     *
     * @param controlNumber our line; empty for the claim as a whole
     * @param patient the patient's share, which a next payer may owe first
     * @param denied still open
     * @param remarks RARC code values
     */
    public record LineDecision(
            RemittanceId remittanceId,
            LocalDate paidOn,
            PayerId payer,
            int version,
            String controlNumber,
            LineStatus status,
            Money billed,
            Money paid,
            Money adjusted,
            Money patient,
            Money denied,
            List<Adjustment> adjustments,
            List<String> remarks) {}

    private final AtCommit database;
    private final RemittedClaims remittedClaims;

    public LineDecisions(AtCommit database, EventCodec codec) {
        this.database = database;
        this.remittedClaims = new RemittedClaims(codec.mapper());
    }

    /** Every decision and reversal, oldest first. */
    @Transactional
    public List<LineDecision> of(ClaimId claim) {
        var decisions = database.query(connection -> remittedClaims.ofClaims(connection, List.of(claim.value())));
        return decisions.getOrDefault(claim.value(), List.of()).stream()
                .flatMap(one -> one.lines().stream().map(line -> view(one, line)))
                .toList();
    }

    private static LineDecision view(Adjudication one, LineAdjudication line) {
        return new LineDecision(
                one.source().remittance(),
                one.source().paidOn(),
                one.source().payer(),
                one.version(),
                line.controlNumber(),
                line.status(),
                line.billed(),
                line.paid(),
                line.adjusted(),
                line.moved(),
                line.denied(),
                line.adjustments(),
                line.remarks());
    }
}
