package io.openrcm.simulator.x12;

/** The four separators of one interchange. They are declared by its ISA and may be any bytes. */
public record Delimiters(byte element, byte repetition, byte component, byte terminator) {

    /** What this payer writes with. */
    public static final Delimiters OURS = new Delimiters((byte) '*', (byte) '^', (byte) ':', (byte) '~');
}
