package io.openrcm.gateway.x12.acknowledgment;

import io.openrcm.gateway.x12.answer.InterchangeAck;
import io.openrcm.gateway.x12.answer.PayerAnswer;
import io.openrcm.gateway.x12.answer.Unreadable;
import io.openrcm.gateway.x12.answer.Verdict;
import io.openrcm.gateway.x12.syntax.Position;
import io.openrcm.gateway.x12.syntax.Segment;
import io.openrcm.gateway.x12.syntax.UnreadableSegment;
import io.openrcm.gateway.x12.syntax.ValueFault;

/** The codes of TA104, IK501 and AK901, and the TA1, which is one segment. */
public final class Verdicts {

    private Verdicts() {}

    /** TA1; an unknown code makes it unreadable. */
    public static PayerAnswer interchangeAck(Segment segment, Position at) {
        try {
            return new InterchangeAck(
                    at, segment.required(1), of(segment.text(4)), segment.isEmpty(5) ? "000" : segment.text(5));
        } catch (UnreadableSegment unreadable) {
            return new Unreadable("TA1", segment.text(1), at, "TA1", at, unreadable.fault());
        }
    }

    /** M, W and X are refusals for security reasons; P belongs to groups only. */
    static Verdict of(String code) {
        return switch (code) {
            case "A" -> Verdict.ACCEPTED;
            case "E" -> Verdict.ACCEPTED_WITH_ERRORS;
            case "P" -> Verdict.PARTLY_ACCEPTED;
            case "R", "M", "W", "X" -> Verdict.REJECTED;
            default -> throw new UnreadableSegment(ValueFault.UNKNOWN_CODE);
        };
    }
}
