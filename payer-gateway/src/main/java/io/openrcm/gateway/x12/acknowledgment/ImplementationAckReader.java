package io.openrcm.gateway.x12.acknowledgment;

import io.openrcm.gateway.x12.answer.AnswerBuilder;
import io.openrcm.gateway.x12.answer.ImplementationAck;
import io.openrcm.gateway.x12.answer.ImplementationAck.ElementError;
import io.openrcm.gateway.x12.answer.ImplementationAck.SegmentError;
import io.openrcm.gateway.x12.answer.ImplementationAck.SetAck;
import io.openrcm.gateway.x12.answer.PayerAnswer;
import io.openrcm.gateway.x12.answer.SetHeader;
import io.openrcm.gateway.x12.answer.Verdict;
import io.openrcm.gateway.x12.syntax.Position;
import io.openrcm.gateway.x12.syntax.Segment;
import io.openrcm.gateway.x12.syntax.Tag;
import io.openrcm.gateway.x12.syntax.UnreadableSegment;
import io.openrcm.gateway.x12.syntax.ValueFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 999 (005010X231A1). */
public final class ImplementationAckReader implements AnswerBuilder {

    private final SetHeader header;
    private final List<SetAck> sets = new ArrayList<>();
    private @Nullable String group;
    private String guide = "";
    private @Nullable String set;
    private @Nullable OpenError open;
    private List<SegmentError> errors = new ArrayList<>();
    private @Nullable Verdict verdict;
    private int included;
    private int received;
    private int accepted;
    private List<String> codes = List.of();

    public ImplementationAckReader(SetHeader header) {
        this.header = header;
    }

    /** An error whose elements are still coming. */
    private static final class OpenError {
        private final String name;
        private final int ordinal;
        private final @Nullable String loop;
        private final String code;
        private @Nullable String claimNumber;
        private final List<ElementError> elements = new ArrayList<>();

        OpenError(Segment segment) {
            name = segment.text(1);
            Integer place = segment.numberOrNull(2);
            ordinal = place == null ? 0 : place;
            loop = segment.textOrNull(3);
            code = segment.text(4);
        }
    }

    @Override
    public void take(Segment segment, Position at) {
        switch (segment.tag()) {
            case Tag.AK1 -> {
                group = segment.required(2);
                guide = segment.text(3);
            }
            case Tag.AK2 -> {
                endSet(null, List.of());
                set = segment.required(2);
            }
            case Tag.IK3 -> {
                endError();
                open = new OpenError(segment);
            }
            case Tag.CTX -> context(segment);
            case Tag.IK4 -> element(segment);
            case Tag.IK5 -> endSet(Verdicts.of(segment.text(1)), texts(segment, 2, 6));
            case Tag.AK9 -> {
                endSet(null, List.of());
                verdict = Verdicts.of(segment.text(1));
                included = count(segment, 2);
                received = count(segment, 3);
                accepted = count(segment, 4);
                codes = texts(segment, 5, 9);
            }
            default -> {
                // The guide has no other segment.
            }
        }
    }

    /** The business unit in error; other contexts only say which rule of the guide was broken. */
    private void context(Segment segment) {
        if (open != null && segment.part(1, 1).equals("CLM01")) {
            open.claimNumber = segment.partOrNull(1, 2);
        }
    }

    private void element(Segment segment) {
        if (open == null) {
            throw new UnreadableSegment(ValueFault.OUT_OF_PLACE);
        }
        open.elements.add(
                new ElementError(position(segment.part(1, 1)), position(segment.part(1, 2)), segment.text(3)));
    }

    private static int position(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    }

    private void endError() {
        if (open != null) {
            errors.add(
                    new SegmentError(open.name, open.ordinal, open.loop, open.code, open.claimNumber, open.elements));
            open = null;
        }
    }

    /** A set without its IK5 has no verdict, and so the whole acknowledgment says nothing we may act on. */
    private void endSet(@Nullable Verdict itsVerdict, List<String> itsCodes) {
        endError();
        if (set != null) {
            if (itsVerdict == null || itsVerdict == Verdict.PARTLY_ACCEPTED) {
                throw new UnreadableSegment(ValueFault.MISSING);
            }
            sets.add(new SetAck(set, itsVerdict, itsCodes, errors));
            set = null;
        } else if (itsVerdict != null) {
            throw new UnreadableSegment(ValueFault.OUT_OF_PLACE);
        }
        errors = new ArrayList<>();
    }

    private static int count(Segment segment, int element) {
        Integer count = segment.numberOrNull(element);
        if (count == null) {
            throw new UnreadableSegment(ValueFault.MISSING);
        }
        return count;
    }

    private static List<String> texts(Segment segment, int first, int last) {
        List<String> texts = new ArrayList<>();
        for (int element = first; element <= last; element++) {
            if (!segment.isEmpty(element)) {
                texts.add(segment.text(element));
            }
        }
        return texts;
    }

    @Override
    public PayerAnswer finish() {
        if (group == null || verdict == null) {
            throw new UnreadableSegment(ValueFault.MISSING);
        }
        return new ImplementationAck(header, group, guide, verdict, included, received, accepted, codes, sets);
    }
}
