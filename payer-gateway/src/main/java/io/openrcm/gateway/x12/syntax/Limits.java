package io.openrcm.gateway.x12.syntax;

/** How much we take from a stranger. */
public record Limits(int fileBytes, int segmentBytes, int elementsPerSegment) {

    /** 100 MB a file, 16 KB a segment, 100 elements a segment; the longest segment of the guides has 33. */
    public static final Limits STANDARD = new Limits(100 * 1024 * 1024, 16 * 1024, 100);
}
