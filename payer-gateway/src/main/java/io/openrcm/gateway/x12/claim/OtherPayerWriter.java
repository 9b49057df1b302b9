package io.openrcm.gateway.x12.claim;

import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.encounter.Coverage;
import io.openrcm.events.encounter.PlanType;
import io.openrcm.gateway.x12.syntax.SegmentWriter;

/** Loops 2320 and 2330: the patient's other payers, so that the destination knows whom to forward the claim to. */
final class OtherPayerWriter {

    private final SegmentWriter writer;
    private final PartyWriter parties;

    OtherPayerWriter(SegmentWriter writer, PartyWriter parties) {
        this.writer = writer;
        this.parties = parties;
    }

    void write(ClaimContent claim) {
        for (Coverage coverage : claim.coverages()) {
            if (coverage.rank() != claim.destinationRank() && coverage.plan() != PlanType.SELF_PAY) {
                write(claim, coverage);
            }
        }
    }

    private void write(ClaimContent claim, Coverage coverage) {
        writer.segment("SBR")
                .text(CodeValues.rank(coverage.rank()))
                .text(CodeValues.relationship(coverage.relationship()))
                .text(coverage.groupNumber())
                .skip(5)
                .text(CodeValues.plan(coverage.plan()))
                .end();
        writer.segment("OI").skip(2).text("Y").skip(2).text("Y").end();
        parties.person(
                "IL",
                coverage.subscriber() == null
                        ? claim.patient().name()
                        : coverage.subscriber().name(),
                "MI",
                coverage.memberId());
        parties.payer(coverage);
    }
}
