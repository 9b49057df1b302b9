package io.openrcm.simulator.complaints;

/**
 * One thing that is wrong in a file. It never holds a patient's data: the text speaks of numbers, dates of no person, and codes.
 *
 * @param consequence what it does here: a claim's complaint outside any claim rejects the transaction
 * @param segment position in the file, the ISA being 1; 0 when the complaint is about the file
 * @param inTransaction position in the transaction, the ST being 1; 0 outside one
 * @param loop the guide's loop, empty outside a transaction
 * @param element the element's number, 0 when the complaint is about the segment
 * @param claim CLM01 when inside a claim, else empty
 */
public record Complaint(
        ComplaintCode code,
        Consequence consequence,
        String partner,
        String file,
        int segment,
        int inTransaction,
        String segmentId,
        String loop,
        int element,
        String claim,
        String text) {}
