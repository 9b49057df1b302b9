package io.openrcm.simulator;

import io.openrcm.simulator.adjudication.BehaviourChoice;
import io.openrcm.simulator.desk.Office;
import io.openrcm.simulator.desk.PayClaims;
import io.openrcm.simulator.desk.TakeFiles;
import io.openrcm.simulator.exchange.PartnerFolders;
import io.openrcm.simulator.ledger.Journal;
import io.openrcm.simulator.ledger.JournalRecord;
import io.openrcm.simulator.ledger.Ledger;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** The payers behind all partner folders, from one start to the next. It moves only when {@link #step} is called. */
public final class Simulator implements AutoCloseable {

    /** How long decisions gather before they go out as 835 files. */
    static final Duration PAYMENT_INTERVAL = Duration.ofMillis(300);

    private final Ledger ledger = new Ledger();
    private final Journal journal;
    private final TakeFiles taking;
    private final PayClaims paying;
    private final Clock clock;
    private Instant nextPayment;

    /** Reads the journal and finishes whatever the last run left half done. */
    public Simulator(Settings settings, Clock clock) throws IOException {
        this.clock = clock;
        var folders = new PartnerFolders(settings.exchange());
        Set<String> recorded = new HashSet<>();
        this.journal = Journal.open(settings.data(), event -> {
            ledger.apply(event);
            remember(event, recorded);
        });
        for (var partner : folders.partners()) {
            folders.finish(partner, recorded);
        }
        var office = new Office(folders, journal, ledger, clock);
        this.taking = new TakeFiles(office, new BehaviourChoice(settings.seed(), settings.weights()), settings.speed());
        this.paying = new PayClaims(office);
        this.nextPayment = clock.instant().plus(PAYMENT_INTERVAL);
        taking.finishTaken();
    }

    /** Takes what waits, and pays what is due if a payment interval has passed; answers whether there was anything to do. */
    public boolean step() throws IOException {
        var taken = taking.takeSome();
        var now = clock.instant();
        var paid = 0;
        if (!nextPayment.isAfter(now)) {
            paid = paying.payDue();
            nextPayment = now.plus(PAYMENT_INTERVAL);
        }
        return taken + paid > 0;
    }

    public Ledger ledger() {
        return ledger;
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }

    private static void remember(JournalRecord event, Set<String> recorded) {
        switch (event) {
            case JournalRecord.Taken _ -> {}
            case JournalRecord.FileRead read -> recorded.addAll(read.answers());
            case JournalRecord.Remitted remitted -> recorded.addAll(remitted.answers());
        }
    }
}
