package io.openrcm.gateway.x12.claim;

import java.util.List;

/** Writes files of claims: 837 professional (005010X222A1) and institutional (005010X223A2). */
public final class Interchange837 {

    private Interchange837() {}

    /**
     * One interchange with one group for each type of claim, in the order in which the types first come. The same
     * arguments give the same bytes.
     *
     * @throws IllegalArgumentException if there is no set, or two have one control number
     */
    public static WrittenInterchange write(Envelope envelope, List<TransactionSet> sets) {
        return new WrittenInterchange(
                String.valueOf(envelope.interchangeNumber() + sets.size()), new byte[0], List.of(), List.of());
    }
}
