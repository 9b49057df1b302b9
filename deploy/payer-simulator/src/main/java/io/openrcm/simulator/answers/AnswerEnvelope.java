package io.openrcm.simulator.answers;

import io.openrcm.simulator.claim.Submitter;
import io.openrcm.simulator.x12.SegmentWriter;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The ISA and GS around our answers.
 *
 * @param from the partner we answer as: ISA06 and GS02
 * @param control ISA13 and GS06, never used before by us
 */
public record AnswerEnvelope(String from, Submitter to, long control, LocalDateTime at) {

    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    String date() {
        return DATE.format(at);
    }

    String time() {
        return TIME.format(at);
    }

    /** Makes ST02 of the n-th transaction, from 1. */
    static String transactionNumber(int n) {
        return String.format("%04d", n);
    }

    /**
     * One group in one interchange.
     *
     * @param kind GS01, such as FA
     * @param guide GS08
     * @param transactions each from ST to SE
     */
    byte[] group(String kind, String guide, List<SegmentWriter> transactions) {
        var writer = new SegmentWriter();
        header(writer);
        writer.segment("GS", kind, from, to.application(), date(), time(), Long.toString(control), "X", guide);
        transactions.forEach(writer::append);
        writer.segment("GE", Integer.toString(transactions.size()), Long.toString(control));
        trailer(writer, 1);
        return writer.bytes();
    }

    void header(SegmentWriter writer) {
        writer.segment(
                "ISA",
                "00",
                wide(""),
                "00",
                wide(""),
                "ZZ",
                String.format("%-15s", from),
                to.qualifier(),
                String.format("%-15s", to.id()),
                SHORT_DATE.format(at),
                time(),
                "^",
                "00501",
                controlText(),
                "0",
                to.usage(),
                ":");
    }

    void trailer(SegmentWriter writer, int groups) {
        writer.segment("IEA", Integer.toString(groups), controlText());
    }

    private String controlText() {
        return String.format("%09d", control);
    }

    private static String wide(String text) {
        return String.format("%-10s", text);
    }
}
