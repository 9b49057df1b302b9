package io.openrcm.gateway.x12;

import io.openrcm.gateway.x12.answer.PayerAnswer;
import io.openrcm.gateway.x12.syntax.Position;
import java.util.List;

/**
 * One envelope from a trading partner with what it carries.
 *
 * @param sender ISA06 and its qualifier; the partner
 * @param receiver ISA08 and its qualifier; us
 * @param controlNumber ISA13 as sent, usually nine digits
 * @param preparedAt ISA09 and ISA10 as sent, YYMMDDHHMM; with the control numbers it tells one sending from another
 * @param test ISA15 is not P: nothing of it may touch real claims
 * @param findings counts and control numbers that do not agree with their trailers; empty in a sound envelope
 * @param answers in the file's order
 */
public record Interchange(
        PartyId sender,
        PartyId receiver,
        String controlNumber,
        String preparedAt,
        boolean test,
        List<Finding> findings,
        List<PayerAnswer> answers) {

    public Interchange {
        findings = List.copyOf(findings);
        answers = List.copyOf(answers);
    }

    /** An interchange id with its code qualifier, for instance ZZ; both without the padding. */
    public record PartyId(String qualifier, String id) {}

    /** One disagreement between a header and its trailer; the position is the trailer's. */
    public record Finding(Mismatch mismatch, Position at) {}

    /** Which trailer element is wrong. */
    public enum Mismatch {
        SEGMENT_COUNT,
        TRANSACTION_CONTROL_NUMBER,
        TRANSACTION_COUNT,
        GROUP_CONTROL_NUMBER,
        GROUP_COUNT,
        INTERCHANGE_CONTROL_NUMBER
    }
}
