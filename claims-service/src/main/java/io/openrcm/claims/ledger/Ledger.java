package io.openrcm.claims.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrcm.events.ClaimId;
import io.openrcm.events.FacilityId;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.delivery.EventCodec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The money of every claim: double-entry, in whole cents, only ever added to. What a transaction posts is seen by it at once
 * and written just before it commits, one statement per table. Whoever posts about a claim has locked the claim's row.
 */
@ApplicationScoped
public class Ledger {

    /**
     * What a payer is asked for.
     *
     * @param rank the payer's place in the order of liability
     */
    public record Charge(ClaimId claim, FacilityId facility, int rank, PayerId payer, List<ServiceLine> lines) {}

    private final AtCommit atCommit;
    private final ObjectMapper json;
    private final Clock clock;

    public Ledger(AtCommit atCommit, EventCodec codec, Clock clock) {
        this.atCommit = atCommit;
        this.json = codec.mapper();
        this.clock = clock;
    }

    /**
     * Reads in two or three queries what a batch will ask.
     *
     * @param claims whose money will be read or moved
     * @param submitted those of them that will be charged
     */
    @Transactional(TxType.MANDATORY)
    public void preload(Collection<UUID> claims, Collection<UUID> submitted) {
        var pages = pages();
        read(pages, claims);
        readCharges(pages, submitted);
    }

    /**
     * Makes the payer owe what these lines charge. It is called when the bytes of a claim have left, for until then no payer
     * has been asked for anything; called again with the same lines it changes nothing, and with a replacement's lines it
     * posts the difference.
     */
    @Transactional(TxType.MANDATORY)
    public void openReceivable(Cause cause, Charge charge) {
        var claim = charge.claim();
        var pages = pages();
        read(pages, List.of(claim.value()));
        readCharges(pages, List.of(claim.value()));
        var charges = Receivable.charges(charge.lines());
        pages.charge(claim, Receivable.posting(cause, charge, pages.charged(claim), charges), charges);
    }

    @Transactional(TxType.MANDATORY)
    public void post(LedgerPosting posting) {
        var pages = pages();
        var claims = posting.entries().stream()
                .map(Entry::claim)
                .filter(claim -> claim != null)
                .map(ClaimId::value)
                .distinct()
                .toList();
        read(pages, claims);
        pages.add(posting);
    }

    /** Absent for a claim that was never submitted: all of it is open. */
    @Transactional
    public Optional<ClaimMoney> find(ClaimId claim) {
        var pages = pages();
        read(pages, List.of(claim.value()));
        return pages.money(claim);
    }

    /** As {@link #find} for a list, in two queries; claims that were never submitted are left out. */
    @Transactional
    public Map<ClaimId, ClaimMoney> of(Collection<ClaimId> claims) {
        var pages = pages();
        read(pages, claims.stream().map(ClaimId::value).toList());
        var money = new HashMap<ClaimId, ClaimMoney>();
        claims.forEach(claim -> pages.money(claim).ifPresent(found -> money.put(claim, found)));
        return money;
    }

    private LedgerPages pages() {
        return atCommit.gather(LedgerPages.class, LedgerPages::new, (pages, connection) -> {
            LedgerTables.insert(connection, pages.postings(), clock.instant(), json);
            LedgerTables.addToSums(connection, pages.changes());
        });
    }

    private void read(LedgerPages pages, Collection<UUID> claims) {
        var unread = pages.unread(claims);
        if (!unread.isEmpty()) {
            pages.read(unread, atCommit.query(connection -> LedgerTables.money(connection, unread)));
        }
    }

    /** A claim without money was never charged. */
    private void readCharges(LedgerPages pages, Collection<UUID> claims) {
        var unread = pages.unreadCharges(claims).stream()
                .filter(claim -> pages.money(new ClaimId(claim)).isPresent())
                .toList();
        if (!unread.isEmpty()) {
            pages.readCharges(unread, atCommit.query(connection -> LedgerTables.charges(connection, unread)));
        }
    }
}
