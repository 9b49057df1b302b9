package io.openrcm.simulator.answers;

import io.openrcm.simulator.intake.InterchangeHeader;
import io.openrcm.simulator.x12.SegmentWriter;

/** The TA1: whether an interchange as such was readable. */
public final class InterchangeAnswer {

    private InterchangeAnswer() {}

    /** Answers with a note code, {@code 000} when accepted. */
    public static byte[] write(AnswerEnvelope envelope, InterchangeHeader header, String note) {
        var writer = new SegmentWriter();
        envelope.header(writer);
        var accepted = note.equals("000");
        writer.segment("TA1", header.controlNumber(), header.date(), header.time(), accepted ? "A" : "R", note);
        envelope.trailer(writer, 0);
        return writer.bytes();
    }
}
