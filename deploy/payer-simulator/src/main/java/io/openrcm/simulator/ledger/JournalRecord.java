package io.openrcm.simulator.ledger;

import io.openrcm.simulator.adjudication.Behaviour;
import io.openrcm.simulator.adjudication.Effect;
import io.openrcm.simulator.complaints.Complaint;
import java.time.Instant;
import java.util.List;

/** What the journal holds, one line each. The ledger is nothing but the sum of these. No record holds a patient's data. */
public sealed interface JournalRecord {

    /** A file is about to be moved from a partner's outbox; if no {@link FileRead} follows, the program died over it. */
    record Taken(String partner, String name) implements JournalRecord {}

    /**
     * A file was read and its answers stand ready beside their final names.
     *
     * @param file its number, from 1
     * @param interchanges sender and ISA13 of each, joined by a colon
     * @param answers names in the partner's inbox
     * @param complaintTotal all complaints, of which {@code complaints} are those kept
     * @param lastControl the highest control number used
     */
    record FileRead(
            long file,
            String partner,
            String name,
            Instant at,
            List<String> interchanges,
            List<String> answers,
            List<Complaint> complaints,
            int complaintTotal,
            long lastControl,
            List<ClaimSeen> claims)
            implements JournalRecord {}

    /**
     * A claim in a file, and what was decided about it on sight.
     *
     * @param ordinal place among the file's claims, from 1
     * @param payerNumber the number we gave it; empty when rejected
     * @param replaces our number of the claim it replaces or voids; empty for an original
     */
    record ClaimSeen(
            int ordinal,
            String claim,
            String payer,
            String frequency,
            long billedCents,
            Behaviour behaviour,
            boolean accepted,
            String payerNumber,
            String replaces,
            Instant due) {}

    /**
     * An 835 file stands ready beside its final names.
     *
     * @param answers its names: two when it is delivered twice
     * @param forwards what the payer still has to recover from a payee after this file
     */
    record Remitted(
            String partner,
            Instant at,
            List<String> answers,
            long lastControl,
            List<Settlement> settlements,
            List<Forward> forwards)
            implements JournalRecord {}

    /**
     * One decision of an 835 file.
     *
     * @param payerNumber our number of the claim decided on
     * @param payer who decided; in a cross-over step the next payer
     * @param next the payer the claim was passed on to, empty when none
     */
    record Settlement(
            ClaimReference reference,
            Step step,
            String payerNumber,
            String claim,
            String payer,
            Effect effect,
            ClaimState state,
            String next) {}

    /** A negative balance carried forward (PLB FB): key is payer and payee, reference the payment it comes from. */
    record Forward(String key, String reference, long cents) {}

    /** What a settlement settles. */
    enum Step {
        DECISION,
        /** The next payer's own decision. */
        CROSS_OVER,
        REVERSAL
    }
}
