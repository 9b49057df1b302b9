package io.openrcm.gateway.x12;

import io.openrcm.gateway.x12.Interchange.Finding;
import io.openrcm.gateway.x12.Interchange.Mismatch;
import io.openrcm.gateway.x12.Interchange.PartyId;
import io.openrcm.gateway.x12.acknowledgment.Verdicts;
import io.openrcm.gateway.x12.answer.PayerAnswer;
import io.openrcm.gateway.x12.syntax.Segment;
import io.openrcm.gateway.x12.syntax.SegmentReader;
import io.openrcm.gateway.x12.syntax.SyntaxFault;
import io.openrcm.gateway.x12.syntax.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one interchange from its header, which the segment reader stands on, to its trailer. */
final class InterchangeReader {

    private final SegmentReader segments;
    private final Segment segment;
    private final PartyId sender;
    private final PartyId receiver;
    private final String controlNumber;
    private final String preparedAt;
    private final boolean test;
    private final List<Finding> findings = new ArrayList<>();
    private final List<PayerAnswer> answers = new ArrayList<>();
    private int groups;
    private @Nullable Group group;
    private @Nullable TransactionReader transaction;

    InterchangeReader(SegmentReader segments) {
        this.segments = segments;
        segment = segments.segment();
        sender = new PartyId(segment.text(5), segment.text(6));
        receiver = new PartyId(segment.text(7), segment.text(8));
        controlNumber = segment.text(13);
        preparedAt = segment.text(9) + segment.text(10);
        test = !segment.is(15, "P");
    }

    /** What reading came to. */
    sealed interface Outcome {}

    record Whole(Interchange interchange) implements Outcome {}

    record Unusable(X12File verdict) implements Outcome {}

    /** An open functional group. */
    static final class Group {
        final String controlNumber;
        final String guide;
        final @Nullable LocalDate date;
        int transactions;

        Group(Segment header) {
            date = header.dateOrNull(4);
            controlNumber = header.text(6);
            guide = header.text(8);
        }
    }

    Outcome read() {
        while (true) {
            switch (segments.next()) {
                case END, CUT -> {
                    return new Unusable(new X12File.Incomplete(segments.position()));
                }
                case BROKEN -> {
                    return new Unusable(new X12File.Broken(segments.position(), segments.fault()));
                }
                case SEGMENT -> {
                    SyntaxFault fault = take();
                    if (fault != null) {
                        return new Unusable(new X12File.Broken(segments.position(), fault));
                    }
                    if (segment.tag() == Tag.IEA) {
                        return new Whole(
                                new Interchange(sender, receiver, controlNumber, preparedAt, test, findings, answers));
                    }
                }
            }
        }
    }

    private @Nullable SyntaxFault take() {
        return switch (segment.tag()) {
            case Tag.ISA -> SyntaxFault.TRAILER_MISSING;
            case Tag.TA1 -> interchangeAck();
            case Tag.GS -> openGroup();
            case Tag.GE -> closeGroup();
            case Tag.ST -> openTransaction();
            case Tag.SE -> closeTransaction();
            case Tag.IEA -> close();
            default -> {
                if (transaction != null) {
                    transaction.take(segments);
                }
                yield null;
            }
        };
    }

    private @Nullable SyntaxFault interchangeAck() {
        if (group != null) {
            return SyntaxFault.OUT_OF_PLACE;
        }
        answers.add(Verdicts.interchangeAck(segment, segments.position()));
        return null;
    }

    private @Nullable SyntaxFault openGroup() {
        if (group != null) {
            return SyntaxFault.TRAILER_MISSING;
        }
        group = new Group(segment);
        groups++;
        return null;
    }

    private @Nullable SyntaxFault closeGroup() {
        if (transaction != null) {
            return SyntaxFault.TRAILER_MISSING;
        }
        if (group == null) {
            return SyntaxFault.OUT_OF_PLACE;
        }
        compareCount(1, group.transactions, Mismatch.TRANSACTION_COUNT);
        compareNumber(2, group.controlNumber, Mismatch.GROUP_CONTROL_NUMBER);
        group = null;
        return null;
    }

    private @Nullable SyntaxFault openTransaction() {
        if (transaction != null) {
            return SyntaxFault.TRAILER_MISSING;
        }
        if (group == null) {
            return SyntaxFault.OUT_OF_PLACE;
        }
        group.transactions++;
        transaction = TransactionReader.open(segment, segments.position(), group);
        return null;
    }

    private @Nullable SyntaxFault closeTransaction() {
        if (transaction == null) {
            return SyntaxFault.OUT_OF_PLACE;
        }
        int count = segments.position().segment() - transaction.header().at().segment() + 1;
        compareCount(1, count, Mismatch.SEGMENT_COUNT);
        compareNumber(2, transaction.header().controlNumber(), Mismatch.TRANSACTION_CONTROL_NUMBER);
        answers.add(transaction.finish(segments));
        transaction = null;
        return null;
    }

    private @Nullable SyntaxFault close() {
        if (group != null) {
            return SyntaxFault.TRAILER_MISSING;
        }
        compareCount(1, groups, Mismatch.GROUP_COUNT);
        compareNumber(2, controlNumber, Mismatch.INTERCHANGE_CONTROL_NUMBER);
        return null;
    }

    /** Leading zeros in a count are harmless. */
    private void compareCount(int element, int counted, Mismatch mismatch) {
        compare(Integer.toString(counted), segment.text(element).replaceFirst("^0+(?=.)", ""), mismatch);
    }

    private void compareNumber(int element, String expected, Mismatch mismatch) {
        compare(expected, segment.text(element), mismatch);
    }

    private void compare(String expected, String stated, Mismatch mismatch) {
        if (!stated.equals(expected)) {
            findings.add(new Finding(mismatch, segments.position()));
        }
    }
}
