package io.openrcm.claims.posting.remittance;

import io.openrcm.claims.ledger.AtCommit;
import io.openrcm.claims.posting.remittance.RemittanceView.Proof;
import io.openrcm.events.Money;
import io.openrcm.events.RemittanceId;
import io.openrcm.security.access.ForAllFacilities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the sums of a payment agree. A payer pays several facilities at once, so the cash is added up over all of them whoever asks: the
 * part that one facility may see would never agree with the payment. Nothing but sums comes out.
 */
@ApplicationScoped
public class PaymentProofs {

    private final AtCommit database;

    public PaymentProofs(AtCommit database) {
        this.database = database;
    }

    @ForAllFacilities
    @Transactional
    public List<Proof> of(RemittanceView view) {
        var proofs = new ArrayList<Proof>();
        var received = view.posted().paid().plus(view.unapplied().paid());
        var announced = view.claimsPaid();
        if (announced != null) {
            proofs.add(Proof.of(
                    "PAYMENT",
                    "claims paid − provider adjustments = payment",
                    view.amount(),
                    announced.minus(view.providerAdjustments())));
            proofs.add(Proof.of(
                    "CLAIMS",
                    "posted + unapplied + refused = claims paid",
                    announced,
                    received.plus(view.refused().paid())));
        }
        proofs.add(Proof.of(
                "CASH",
                "cash in the ledger = posted + unapplied − provider adjustments",
                received.minus(view.providerAdjustments()),
                database.query(connection -> cash(connection, view.remittanceId()))));
        return proofs;
    }

    private static Money cash(Connection connection, RemittanceId id) throws SQLException {
        try (var select = connection.prepareStatement("""
                select coalesce(sum(e.cents), 0) from ledger_posting p join ledger_entry e on e.posting_id = p.id
                where p.remittance_id = ? and e.account = 'CASH'""")) {
            select.setObject(1, id.value());
            try (var row = select.executeQuery()) {
                return row.next() ? Money.ofCents(row.getLong(1)) : Money.ZERO;
            }
        }
    }
}
