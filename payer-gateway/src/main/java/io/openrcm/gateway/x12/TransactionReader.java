package io.openrcm.gateway.x12;

import io.openrcm.gateway.x12.acknowledgment.ClaimAckReader;
import io.openrcm.gateway.x12.acknowledgment.ImplementationAckReader;
import io.openrcm.gateway.x12.answer.AnswerBuilder;
import io.openrcm.gateway.x12.answer.PayerAnswer;
import io.openrcm.gateway.x12.answer.SetHeader;
import io.openrcm.gateway.x12.answer.Unreadable;
import io.openrcm.gateway.x12.answer.Unsupported;
import io.openrcm.gateway.x12.remittance.RemittanceReader;
import io.openrcm.gateway.x12.syntax.Position;
import io.openrcm.gateway.x12.syntax.Segment;
import io.openrcm.gateway.x12.syntax.SegmentReader;
import io.openrcm.gateway.x12.syntax.Tag;
import io.openrcm.gateway.x12.syntax.UnreadableSegment;
import org.jspecify.annotations.Nullable;

/** Reads one transaction set with the mapping for its guide; one that cannot be understood spoils no other. */
final class TransactionReader {

    private final SetHeader header;
    private final @Nullable AnswerBuilder builder;
    private @Nullable Unreadable unreadable;

    private TransactionReader(SetHeader header) {
        this.header = header;
        this.builder = builder(header);
    }

    static TransactionReader open(Segment segment, Position at, InterchangeReader.Group group) {
        // An 835 names no guide of its own, so that the group's counts.
        String guide = group.guide.isEmpty() ? segment.text(3) : group.guide;
        return new TransactionReader(
                new SetHeader(segment.text(1), segment.text(2), guide, group.controlNumber, group.date, at));
    }

    /** By the guide without its errata, which we all take. */
    private static @Nullable AnswerBuilder builder(SetHeader header) {
        String guide = header.guide();
        return switch (header.transaction()) {
            case "835" -> guide.startsWith("005010X221") ? new RemittanceReader(header) : null;
            case "277" -> guide.startsWith("005010X214") ? new ClaimAckReader(header) : null;
            case "999" -> guide.startsWith("005010X231") ? new ImplementationAckReader(header) : null;
            default -> null;
        };
    }

    SetHeader header() {
        return header;
    }

    void take(SegmentReader segments) {
        if (builder == null || unreadable != null) {
            return;
        }
        try {
            builder.take(segments.segment(), segments.position());
        } catch (UnreadableSegment fault) {
            unreadable = unreadable(segments, fault);
        }
    }

    /** At the trailer. */
    PayerAnswer finish(SegmentReader segments) {
        if (builder == null) {
            return new Unsupported(header);
        }
        if (unreadable != null) {
            return unreadable;
        }
        try {
            return builder.finish();
        } catch (UnreadableSegment fault) {
            return unreadable(segments, fault);
        }
    }

    private Unreadable unreadable(SegmentReader segments, UnreadableSegment fault) {
        return new Unreadable(
                header.transaction(),
                header.controlNumber(),
                header.at(),
                Tag.name(segments.segment().tag()),
                segments.position(),
                fault.fault());
    }
}
