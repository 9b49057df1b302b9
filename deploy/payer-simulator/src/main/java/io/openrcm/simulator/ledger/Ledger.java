package io.openrcm.simulator.ledger;

import io.openrcm.simulator.adjudication.Behaviour;
import io.openrcm.simulator.adjudication.Effect;
import io.openrcm.simulator.complaints.Complaint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The oracle: what this payer has seen, decided and paid, and what it still owes an answer for. It changes only by journal records, the
 * same way while running and after a restart. Safe for one writer and any number of readers.
 */
public final class Ledger {

    private static final int COMPLAINTS_KEPT = 10_000;

    /** Where a file read lies now. */
    public record ReadFile(String partner, String name) {}

    private final Map<String, ClaimAccount> accounts = new HashMap<>();
    private final List<ClaimAccount> inOrder = new ArrayList<>();
    private final Map<String, Filing> filings = new HashMap<>();
    private final Map<Long, ReadFile> files = new HashMap<>();
    private final Set<String> interchanges = new HashSet<>();
    private final OpenWorkList open = new OpenWorkList();
    private final Map<String, JournalRecord.Forward> forwards = new HashMap<>();
    private final List<Complaint> complaints = new ArrayList<>();
    private final Map<String, JournalRecord.Taken> unread = new LinkedHashMap<>();
    private int complaintTotal;
    private long lastControl;

    public synchronized void apply(JournalRecord event) {
        switch (event) {
            case JournalRecord.Taken taken -> unread.put(key(taken.partner(), taken.name()), taken);
            case JournalRecord.FileRead read -> applyFile(read);
            case JournalRecord.Remitted remitted -> applyRemittance(remitted);
        }
    }

    private void applyFile(JournalRecord.FileRead read) {
        unread.remove(key(read.partner(), read.name()));
        files.put(read.file(), new ReadFile(read.partner(), read.name()));
        read.interchanges().forEach(interchange -> interchanges.add(key(read.partner(), interchange)));
        complaintTotal += read.complaintTotal();
        read.complaints().stream().limit(COMPLAINTS_KEPT - complaints.size()).forEach(complaints::add);
        lastControl = Math.max(lastControl, read.lastControl());
        read.claims().forEach(seen -> applyClaim(read, seen));
    }

    private void applyClaim(JournalRecord.FileRead read, JournalRecord.ClaimSeen seen) {
        var account = accounts.computeIfAbsent(seen.claim(), number -> {
            var opened = new ClaimAccount(number, read.partner(), seen.payer());
            inOrder.add(opened);
            return opened;
        });
        account.saw(seen);
        if (!seen.accepted()) {
            return;
        }
        var reference = new ClaimReference(read.file(), seen.ordinal());
        filings.put(
                seen.payerNumber(),
                new Filing(
                        reference,
                        seen.payerNumber(),
                        seen.claim(),
                        seen.payer(),
                        seen.behaviour(),
                        false,
                        Effect.NONE));
        var replaced = seen.replaces().isEmpty() ? null : filings.get(seen.replaces());
        var nothingPaidYet = false;
        if (replaced != null && !replaced.settled()) {
            nothingPaidYet = true;
            var _ = open.remove(replaced.reference(), JournalRecord.Step.DECISION);
            closeReplaced(replaced, seen.behaviour());
        }
        if (seen.behaviour() != Behaviour.SILENT && !(nothingPaidYet && seen.behaviour() == Behaviour.TAKE_BACK)) {
            open.add(new OpenWork(
                    seen.due(),
                    reference,
                    JournalRecord.Step.DECISION,
                    seen.claim(),
                    seen.behaviour(),
                    seen.payerNumber(),
                    seen.replaces()));
        }
    }

    private void applyRemittance(JournalRecord.Remitted remitted) {
        lastControl = Math.max(lastControl, remitted.lastControl());
        remitted.forwards().forEach(forward -> forwards.put(forward.key(), forward));
        remitted.settlements().forEach(settlement -> applySettlement(settlement, remitted.at()));
    }

    private void applySettlement(JournalRecord.Settlement settlement, Instant at) {
        var account = accounts.get(settlement.claim());
        if (account == null) {
            throw new IllegalStateException("the journal settles a claim it never saw");
        }
        if (settlement.step() == JournalRecord.Step.REVERSAL) {
            account.settle(settlement);
            settled(settlement, Effect.NONE)
                    .ifPresent(filing -> closeReplaced(
                            filing,
                            settlement.state() == ClaimState.VOIDED ? Behaviour.TAKE_BACK : Behaviour.PAY_BY_CONTRACT));
            return;
        }
        var work = open.remove(settlement.reference(), settlement.step())
                .orElseThrow(() -> new IllegalStateException("the journal settles what was not owed"));
        if (settlement.step() == JournalRecord.Step.DECISION) {
            var _ = settled(settlement, settlement.effect());
        }
        if (work.behaviour() != Behaviour.DENY_DUPLICATE && work.behaviour() != Behaviour.TAKE_BACK) {
            account.settle(settlement);
        }
        if (!settlement.next().isEmpty()) {
            open.add(work.crossedOver(at));
        }
    }

    private Optional<Filing> settled(JournalRecord.Settlement settlement, Effect standing) {
        return Optional.ofNullable(
                filings.computeIfPresent(settlement.payerNumber(), (_, filing) -> filing.settledWith(standing)));
    }

    /** A void closes the account; a replacement closes it only when it came under another claim number. */
    private void closeReplaced(Filing replaced, Behaviour by) {
        var account = accounts.get(replaced.claim());
        if (account == null) {
            return;
        }
        if (by == Behaviour.TAKE_BACK) {
            account.close(ClaimState.VOIDED, replaced.payer());
        } else if (account.isLatest(replaced.payerNumber())) {
            account.close(ClaimState.REPLACED, replaced.payer());
        }
    }

    public synchronized boolean hasSeenInterchange(String partner, String interchange) {
        return interchanges.contains(key(partner, interchange));
    }

    public synchronized Optional<ClaimAccount> account(String claim) {
        return Optional.ofNullable(accounts.get(claim));
    }

    /** The accepted claim that has this number of ours. */
    public synchronized Optional<Filing> filing(String payerNumber) {
        return Optional.ofNullable(filings.get(payerNumber));
    }

    public synchronized Optional<ReadFile> file(long number) {
        return Optional.ofNullable(files.get(number));
    }

    public synchronized long nextFile() {
        return files.size() + 1L;
    }

    public synchronized long lastControl() {
        return lastControl;
    }

    /** What is due, oldest first, at most {@code limit}. */
    public synchronized List<OpenWork> due(Instant now, int limit) {
        return open.due(now, limit);
    }

    /** Files taken whose reading was never recorded. */
    public synchronized List<JournalRecord.Taken> unread() {
        return List.copyOf(unread.values());
    }

    public synchronized Optional<JournalRecord.Forward> forward(String key) {
        return Optional.ofNullable(forwards.get(key)).filter(it -> it.cents() != 0);
    }

    public synchronized List<Complaint> complaints() {
        return List.copyOf(complaints);
    }

    /** Claims in the order first seen, a page at a time, so that a long list never stops the work. */
    public synchronized List<Map<String, Object>> rows(int from, int most) {
        return inOrder.stream().skip(from).limit(most).map(ClaimAccount::row).toList();
    }

    public synchronized LedgerSummary summary() {
        return LedgerSummary.of(inOrder, files.size(), complaintTotal, open.size());
    }

    private static String key(String partner, String rest) {
        return partner + "/" + rest;
    }
}
