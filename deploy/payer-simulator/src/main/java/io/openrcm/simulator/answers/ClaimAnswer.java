package io.openrcm.simulator.answers;

import io.openrcm.simulator.claim.Claim;
import io.openrcm.simulator.intake.ReceivedFile;
import io.openrcm.simulator.x12.Amount;
import io.openrcm.simulator.x12.SegmentWriter;
import java.util.List;

/** The 277CA (005010X214): for one accepted transaction, which claims go on and which are rejected, with the totals of both. */
public final class ClaimAnswer {

    public static final String GUIDE = "005010X214";

    /**
     * What was decided about one claim.
     *
     * @param payerNumber our number for it; empty when rejected
     * @param rejection the STC01 of a rejection, such as {@code A7:562}; empty when accepted
     */
    public record Verdict(Claim claim, String payerNumber, String rejection) {

        public boolean isAccepted() {
            return rejection.isEmpty();
        }
    }

    private final AnswerEnvelope envelope;
    private final SegmentWriter writer = new SegmentWriter();
    private int levels;

    private ClaimAnswer(AnswerEnvelope envelope) {
        this.envelope = envelope;
    }

    public static byte[] write(AnswerEnvelope envelope, ReceivedFile.Transaction transaction, List<Verdict> verdicts) {
        var answer = new ClaimAnswer(envelope);
        answer.write(transaction, verdicts);
        return envelope.group("HN", GUIDE, List.of(answer.writer));
    }

    private void write(ReceivedFile.Transaction transaction, List<Verdict> verdicts) {
        var number = AnswerEnvelope.transactionNumber(1);
        var trace = envelope.from() + envelope.control();
        writer.segment("ST", "277", number, GUIDE);
        writer.segment("BHT", "0085", "08", trace, envelope.date(), envelope.time(), "TH");
        level("", "20", "1");
        writer.segment("NM1", "AY", "2", envelope.from(), "", "", "", "", "46", envelope.from());
        writer.segment("TRN", "1", trace);
        writer.segment("DTP", "050", "D8", envelope.date());
        writer.segment("DTP", "009", "D8", envelope.date());
        level("1", "21", "1");
        writer.segment("NM1", "41", "2", transaction.submitterName(), "", "", "", "", "46", transaction.submitterId());
        writer.segment("TRN", "2", transaction.reference());
        totals(verdicts);
        var provider = "";
        var providerLevel = 0;
        for (var verdict : verdicts) {
            var billing = verdict.claim().billing();
            if (providerLevel == 0 || !provider.equals(billing.npi())) {
                provider = billing.npi();
                level("2", "19", "1");
                providerLevel = levels;
                writer.segment("NM1", "85", "2", billing.name(), "", "", "", "", "XX", provider);
            }
            claim(verdict, providerLevel);
        }
        writer.segment("SE", Integer.toString(writer.segments() + 1), number);
    }

    private void level(String parent, String code, String child) {
        levels++;
        if (code.equals("PT")) {
            writer.segment("HL", Integer.toString(levels), parent, code);
        } else {
            writer.segment("HL", Integer.toString(levels), parent, code, child);
        }
    }

    private void totals(List<Verdict> verdicts) {
        var accepted = verdicts.stream().filter(Verdict::isAccepted).toList();
        var rejected = verdicts.stream().filter(it -> !it.isAccepted()).toList();
        writer.segment("STC", "A1:19:PR", envelope.date(), "WQ", Amount.text(charges(verdicts)));
        if (!accepted.isEmpty()) {
            writer.segment("QTY", "90", Integer.toString(accepted.size()));
        }
        if (!rejected.isEmpty()) {
            writer.segment("QTY", "AA", Integer.toString(rejected.size()));
        }
        if (!accepted.isEmpty()) {
            writer.segment("AMT", "YU", Amount.text(charges(accepted)));
        }
        if (!rejected.isEmpty()) {
            writer.segment("AMT", "YY", Amount.text(charges(rejected)));
        }
    }

    private void claim(Verdict verdict, int providerLevel) {
        var claim = verdict.claim();
        var patient = claim.patient();
        level(Integer.toString(providerLevel), "PT", "");
        writer.segment("NM1", "QC", "1", patient.lastName(), patient.firstName(), "", "", "", "MI", patient.memberId());
        writer.segment("TRN", "2", claim.number());
        writer.segment(
                "STC",
                verdict.isAccepted() ? "A2:20:PR" : verdict.rejection(),
                envelope.date(),
                verdict.isAccepted() ? "WQ" : "U",
                Amount.text(claim.chargeCents()));
        if (verdict.isAccepted()) {
            writer.segment("REF", "1K", verdict.payerNumber());
        }
        if (claim.institutional()) {
            writer.segment("REF", "BLT", claim.facilityCode() + claim.frequency());
        }
        if (!claim.dates().isEmpty()) {
            writer.segment("DTP", "472", claim.dates().contains("-") ? "RD8" : "D8", claim.dates());
        }
    }

    private static long charges(List<Verdict> verdicts) {
        return verdicts.stream().mapToLong(it -> it.claim().chargeCents()).sum();
    }
}
