package io.openrcm.gateway.x12.claim;

import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.Frequency;
import io.openrcm.events.encounter.Stay;
import io.openrcm.events.protection.Part2;
import io.openrcm.gateway.x12.expressible.ExpressibleClaim;
import io.openrcm.gateway.x12.syntax.SegmentWriter;
import org.jspecify.annotations.Nullable;

/** Loop 2300 and all below it: one claim. */
final class ClaimWriter {

    private static final String STILL_A_PATIENT = "30";

    private final SegmentWriter writer;
    private final HealthCodeWriter codes;
    private final ProviderWriter providers;
    private final PartyWriter parties;
    private final LineWriter lines;

    ClaimWriter(SegmentWriter writer) {
        this.writer = writer;
        this.parties = new PartyWriter(writer);
        this.codes = new HealthCodeWriter(writer);
        this.providers = new ProviderWriter(parties);
        this.lines = new LineWriter(writer);
    }

    void write(ExpressibleClaim expressible) {
        ClaimContent claim = expressible.content();
        switch (claim.type()) {
            case PROFESSIONAL -> professional(claim, expressible.isInpatient());
            case INSTITUTIONAL -> institutional(claim, expressible.isInpatient());
        }
        references(claim);
        notice(claim);
        codes.write(expressible);
        providers.write(claim);
        parties.otherPayers(claim);
        lines.write(expressible);
    }

    private void professional(ClaimContent claim, boolean inpatient) {
        writer.segment("CLM")
                .text(claim.number().value())
                .amount(claim.total().cents())
                .skip(2)
                .composite()
                .part(claim.placeOfService())
                .part("B")
                .part(String.valueOf(claim.frequency().digit()))
                .text("Y")
                .text("A")
                .text("Y")
                .text("Y")
                .end();
        Stay stay = claim.stay();
        if (inpatient && stay != null) {
            writer.segment("DTP")
                    .text("435")
                    .text("D8")
                    .date(stay.admittedAt().toLocalDate())
                    .end();
            if (stay.dischargedAt() != null) {
                writer.segment("DTP")
                        .text("096")
                        .text("D8")
                        .date(stay.dischargedAt().toLocalDate())
                        .end();
            }
        }
    }

    private void institutional(ClaimContent claim, boolean inpatient) {
        String bill = claim.typeOfBill() == null ? "" : claim.typeOfBill();
        writer.segment("CLM")
                .text(claim.number().value())
                .amount(claim.total().cents())
                .skip(2)
                .composite()
                .part(bill.substring(0, 2))
                .part("A")
                .part(bill.substring(2))
                .skip()
                .text("A")
                .text("Y")
                .text("Y")
                .end();
        Stay stay = claim.stay();
        if (inpatient && stay != null && isFinalBill(bill, stay) && stay.dischargedAt() != null) {
            writer.segment("DTP")
                    .text("096")
                    .text("TM")
                    .time(stay.dischargedAt())
                    .end();
        }
        writer.segment("DTP")
                .text("434")
                .text("RD8")
                .dates(claim.statementFrom(), claim.statementThrough())
                .end();
        if (inpatient && stay != null) {
            writer.segment("DTP")
                    .text("435")
                    .text("DT")
                    .dateTime(stay.admittedAt())
                    .end();
        }
        institutionalCodes(stay);
    }

    /** Interim bills, first and continuing, have no discharge. */
    private static boolean isFinalBill(String bill, Stay stay) {
        char frequency = bill.charAt(2);
        return frequency != '2' && frequency != '3' && !stay.dischargeStatus().equals(STILL_A_PATIENT);
    }

    /** CL1, required of every institutional claim; 9 is information not available, 01 discharged to home (NUBC). */
    private void institutionalCodes(@Nullable Stay stay) {
        writer.segment("CL1")
                .text(stay == null ? "9" : stay.admissionType())
                .text(stay == null ? "9" : stay.admissionSource())
                .text(stay == null ? "01" : stay.dischargeStatus())
                .end();
    }

    private void references(ClaimContent claim) {
        reference("G1", claim.destination().priorAuthorization());
        // The payer's number is forbidden on original claims (X12 RFI 1538, 2110, 2173).
        reference("F8", claim.frequency() == Frequency.ORIGINAL ? null : claim.payerClaimNumber());
        reference("EA", claim.patient().medicalRecordNumber());
    }

    /** The notice goes with the record wherever that goes; NTE02 takes 80 characters. */
    private void notice(ClaimContent claim) {
        if (claim.part2() != null) {
            writer.segment("NTE").text("ADD").text(Part2.NOTICE).end();
        }
    }

    private void reference(String qualifier, @Nullable String number) {
        if (number != null && !number.isBlank()) {
            writer.segment("REF").text(qualifier).text(number).end();
        }
    }
}
