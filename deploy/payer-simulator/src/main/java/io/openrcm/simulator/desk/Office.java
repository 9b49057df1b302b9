package io.openrcm.simulator.desk;

import io.openrcm.simulator.exchange.PartnerFolders;
import io.openrcm.simulator.ledger.Journal;
import io.openrcm.simulator.ledger.JournalRecord;
import io.openrcm.simulator.ledger.Ledger;
import java.io.IOException;
import java.time.Clock;

/** The things every desk works with. */
public final class Office {

    private final PartnerFolders folders;
    private final Journal journal;
    private final Ledger ledger;
    private final ClaimArchive archive;
    private final Clock clock;

    public Office(PartnerFolders folders, Journal journal, Ledger ledger, Clock clock) {
        this.folders = folders;
        this.journal = journal;
        this.ledger = ledger;
        this.archive = new ClaimArchive(folders, ledger);
        this.clock = clock;
    }

    /** On disk first, then in the ledger. */
    void record(JournalRecord event) throws IOException {
        journal.append(event);
        ledger.apply(event);
    }

    PartnerFolders folders() {
        return folders;
    }

    Ledger ledger() {
        return ledger;
    }

    ClaimArchive archive() {
        return archive;
    }

    Clock clock() {
        return clock;
    }
}
