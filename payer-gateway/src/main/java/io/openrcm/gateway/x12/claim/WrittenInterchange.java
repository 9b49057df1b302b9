package io.openrcm.gateway.x12.claim;

import io.openrcm.events.ClaimNumber;
import io.openrcm.events.claims.ClaimType;
import java.util.List;

/**
 * A finished file and where each claim stands in it.
 *
 * @param controlNumber ISA13, nine digits, as TA1 will echo it
 * @param bytes US-ASCII, one line, without line breaks
 * @param places one for each claim, in the file's order
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once to be stored; never compared
public record WrittenInterchange(String controlNumber, byte[] bytes, List<Group> groups, List<ClaimPlace> places) {

    public WrittenInterchange {
        groups = List.copyOf(groups);
        places = List.copyOf(places);
    }

    /** {@code controlNumber} is GS06 as the 999 will echo it in AK102. */
    public record Group(String controlNumber, ClaimType type) {}

    /**
     * Where a claim stands. A 999 that names a segment of a transaction set means the last claim there with
     * {@code firstSegment} not after it.
     *
     * @param group GS06
     * @param transactionSet ST02
     * @param firstSegment ordinal in the transaction set (its header is 1) of the first segment that is there for this
     *     claim: its CLM, or the HL of provider, subscriber or patient that it is the first claim of
     * @param claimSegment ordinal of its CLM
     * @param lineNumbers our line control numbers in order; the line with LX n is number n
     */
    public record ClaimPlace(
            ClaimNumber claim,
            String group,
            String transactionSet,
            int firstSegment,
            int claimSegment,
            List<String> lineNumbers) {
        public ClaimPlace {
            lineNumbers = List.copyOf(lineNumbers);
        }
    }
}
