package io.openrcm.gateway.x12.claim;

import io.openrcm.events.claims.ClaimType;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.gateway.x12.expressible.ExpressibleClaim;
import io.openrcm.gateway.x12.syntax.SegmentWriter;

/** Loops 2400: service lines. LX starts at 1 in each claim. */
final class LineWriter {

    private static final int MOST_MODIFIERS = 4;

    private final SegmentWriter writer;

    LineWriter(SegmentWriter writer) {
        this.writer = writer;
    }

    void write(ExpressibleClaim claim) {
        boolean institutional = claim.content().type() == ClaimType.INSTITUTIONAL;
        int number = 0;
        for (ServiceLine line : claim.content().lines()) {
            writer.segment("LX").number(++number).end();
            if (institutional) {
                institutional(line);
            } else {
                professional(line);
            }
            if (!institutional || !claim.isInpatient()) {
                writer.segment("DTP")
                        .text("472")
                        .text("D8")
                        .date(line.servicedOn())
                        .end();
            }
            writer.segment("REF").text("6R").text(line.controlNumber()).end();
        }
    }

    private void professional(ServiceLine line) {
        SegmentWriter segment = procedure(writer.segment("SV1"), line);
        segment = chargeAndUnits(segment, line).skip(2).composite();
        for (int pointer : line.diagnosisPointers()) {
            segment = segment.part(pointer);
        }
        segment.end();
    }

    private void institutional(ServiceLine line) {
        SegmentWriter segment = writer.segment("SV2").text(line.revenueCode());
        segment = line.procedureCode() == null ? segment.skip() : procedure(segment, line);
        chargeAndUnits(segment, line).end();
    }

    private static SegmentWriter chargeAndUnits(SegmentWriter segment, ServiceLine line) {
        return segment.amount(line.charge().cents())
                .text(CodeValues.unit(line.unit()))
                .quantity(line.units());
    }

    /** Code, modifiers at components 3 to 6, the description of an unlisted code at 7. */
    private static SegmentWriter procedure(SegmentWriter open, ServiceLine line) {
        SegmentWriter segment = open.composite().part("HC").part(line.procedureCode());
        for (String modifier : line.modifiers()) {
            segment = segment.part(modifier);
        }
        return segment.skipParts(MOST_MODIFIERS - line.modifiers().size()).part(line.description());
    }
}
