package io.openrcm.claims.posting;

import io.openrcm.claims.ledger.AtCommit;
import io.openrcm.claims.ledger.Ledger;
import io.openrcm.claims.posting.RemittedClaims.TakenClaim;
import io.openrcm.claims.posting.adjudication.AdjudicationHistory;
import io.openrcm.claims.posting.adjudication.ContentKey;
import io.openrcm.claims.posting.remittance.RemittanceTable;
import io.openrcm.claims.posting.remittance.RemittanceTally;
import io.openrcm.events.ClaimId;
import io.openrcm.events.RemittanceId;
import io.openrcm.events.delivery.EventCodec;
import io.openrcm.events.delivery.Message;
import io.openrcm.events.payer.PayerEvent;
import io.openrcm.events.payer.PayerEvent.ClaimAccepted;
import io.openrcm.events.payer.PayerEvent.ClaimRejected;
import io.openrcm.events.payer.PayerEvent.ClaimRemitted;
import io.openrcm.events.payer.PayerEvent.ClaimTransmitted;
import io.openrcm.events.payer.PayerEvent.RemittanceReceived;
import io.openrcm.events.payer.PayerEvent.RemittanceRefused;
import io.openrcm.events.payer.PayerEvent.StrangeClaimRemitted;
import io.openrcm.events.payer.PayerEvent.TransmissionRefused;
import io.openrcm.events.payer.Payment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What is known of payers' decisions while a batch of their messages is dealt with: read at once, written at once. */
@ApplicationScoped
public class PostingBatch {

    private final AtCommit atCommit;
    private final Ledger ledger;
    private final RemittedClaims remittedClaims;
    private final Clock clock;

    public PostingBatch(AtCommit atCommit, Ledger ledger, EventCodec codec, Clock clock) {
        this.atCommit = atCommit;
        this.ledger = ledger;
        this.remittedClaims = new RemittedClaims(codec.mapper());
        this.clock = clock;
    }

    /** Reads what the messages will ask for; without it each asks for itself. */
    @Transactional(TxType.MANDATORY)
    public void preload(List<Message<PayerEvent>> batch) {
        var submitted = new ArrayList<UUID>();
        var remitted = new ArrayList<UUID>();
        var strangers = new ArrayList<UUID>();
        var payments = new ArrayList<UUID>();
        for (Message<PayerEvent> message : batch) {
            switch (message.event()) {
                case ClaimTransmitted e -> submitted.add(e.aggregateId());
                case ClaimRemitted e -> remitted.add(e.aggregateId());
                case StrangeClaimRemitted e ->
                    strangers.add(ContentKey.of(e.payment().remittanceId(), null, e.claim())
                            .identity());
                case RemittanceReceived e -> payments.add(e.aggregateId());
                case RemittanceRefused e -> payments.add(e.aggregateId());
                case TransmissionRefused _, ClaimAccepted _, ClaimRejected _ -> {}
            }
        }
        var moved = new ArrayList<>(submitted);
        moved.addAll(remitted);
        ledger.preload(moved, submitted);
        readClaims(remitted);
        readDecisions(strangers);
        readPayments(payments);
    }

    AdjudicationHistory history(ClaimId claim) {
        readClaims(List.of(claim.value()));
        return pages().history(claim);
    }

    /** Whether this decision was taken in before. */
    boolean knows(UUID decision) {
        readDecisions(List.of(decision));
        return pages().knows(decision);
    }

    /** Whether the payment itself was heard of before, or refused. */
    boolean isSettled(RemittanceId payment) {
        readPayments(List.of(payment.value()));
        return pages().isSettled(payment.value());
    }

    RemittanceTally settle(Payment payment) {
        pages().settle(payment.remittanceId().value());
        return pages().tally(payment);
    }

    void take(TakenClaim taken, Payment payment) {
        pages().take(taken, payment);
    }

    /** The number of the payment's next event. */
    long nextEventSeq(Payment payment) {
        return atCommit.query(connection -> RemittanceTable.nextEventSeq(connection, payment, clock.instant()));
    }

    private PostingPages pages() {
        return atCommit.gather(PostingPages.class, PostingPages::new, (pages, connection) -> {
            remittedClaims.insert(connection, pages.taken(), clock.instant());
            // Last, because the row of a payment is shared by every batch that holds one of its claims.
            RemittanceTable.add(connection, pages.tallies(), clock.instant());
        });
    }

    private void readClaims(Collection<UUID> claims) {
        var pages = pages();
        var unread = pages.unreadClaims(claims);
        if (!unread.isEmpty()) {
            pages.readClaims(unread, atCommit.query(connection -> remittedClaims.ofClaims(connection, unread)));
        }
    }

    private void readDecisions(Collection<UUID> decisions) {
        var pages = pages();
        var unread = pages.unreadDecisions(decisions);
        if (!unread.isEmpty()) {
            pages.readDecisions(unread, atCommit.query(connection -> remittedClaims.known(connection, unread)));
        }
    }

    private void readPayments(Collection<UUID> payments) {
        var pages = pages();
        var unread = pages.unreadPayments(payments);
        if (!unread.isEmpty()) {
            pages.readPayments(unread, atCommit.query(connection -> RemittanceTable.settled(connection, unread)));
        }
    }
}
