package io.openrcm.simulator.ledger;

import io.openrcm.simulator.adjudication.Behaviour;
import java.time.Instant;
import java.util.Comparator;

/** A claim that an 835 is still owed for. */
public record OpenWork(
        Instant due,
        ClaimReference reference,
        JournalRecord.Step step,
        String claim,
        Behaviour behaviour,
        String payerNumber,
        String replaces)
        implements Comparable<OpenWork> {

    private static final Comparator<OpenWork> ORDER = Comparator.comparing(OpenWork::due)
            .thenComparing(OpenWork::reference)
            .thenComparing(OpenWork::step);

    /** What the next payer owes once this payer has decided. */
    OpenWork crossedOver(Instant at) {
        return new OpenWork(at, reference, JournalRecord.Step.CROSS_OVER, claim, behaviour, payerNumber, "");
    }

    @Override
    public int compareTo(OpenWork other) {
        return ORDER.compare(this, other);
    }
}
