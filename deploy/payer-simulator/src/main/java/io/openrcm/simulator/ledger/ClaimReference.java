package io.openrcm.simulator.ledger;

/** A claim as it came once: the file and its place among the file's claims. */
public record ClaimReference(long file, int ordinal) implements Comparable<ClaimReference> {

    @Override
    public int compareTo(ClaimReference other) {
        var byFile = Long.compare(file, other.file);
        return byFile != 0 ? byFile : Integer.compare(ordinal, other.ordinal);
    }
}
