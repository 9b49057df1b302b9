package io.openrcm.simulator.answers;

import io.openrcm.simulator.adjudication.AdjudicatedLine;
import io.openrcm.simulator.adjudication.Adjudication;
import io.openrcm.simulator.adjudication.Adjustment;
import io.openrcm.simulator.claim.Claim;
import io.openrcm.simulator.x12.Amount;
import io.openrcm.simulator.x12.SegmentWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The 835 (005010X221A1): one transaction for each payment. */
public final class Remittance {

    public static final String GUIDE = "005010X221A1";

    /** Filing indicators that an 837 knows and CLP06 does not: they are reported as a preferred provider organisation. */
    private static final String PREFERRED_PROVIDER = "12";

    private final AnswerEnvelope envelope;
    private final SegmentWriter writer = new SegmentWriter();

    private Remittance(AnswerEnvelope envelope) {
        this.envelope = envelope;
    }

    public static byte[] write(AnswerEnvelope envelope, List<Payment> payments) {
        List<SegmentWriter> transactions = new ArrayList<>();
        for (var payment : payments) {
            var remittance = new Remittance(envelope);
            remittance.transaction(payment, AnswerEnvelope.transactionNumber(transactions.size() + 1));
            transactions.add(remittance.writer);
        }
        return envelope.group("HP", GUIDE, transactions);
    }

    private void transaction(Payment payment, String number) {
        var payer = payment.payer();
        var payee = payment.payee();
        writer.segment("ST", "835", number);
        beginning(payment);
        writer.segment("TRN", "1", payment.trace(), "1" + payer.taxId());
        writer.segment("REF", "EV", envelope.to().id());
        writer.segment("DTM", "405", envelope.date());
        writer.segment("N1", "PR", payer.name());
        writer.segment("N3", "1 PAYER PLAZA");
        writer.segment("N4", "MADISON", "WI", "537030001");
        writer.segment("REF", "2U", payer.id());
        writer.segment("PER", "BL", "ERA DESK", "TE", "6085550100");
        writer.segment("N1", "PE", payee.name(), "XX", payee.npi());
        writer.segment("REF", "TJ", payee.taxId());
        writer.segment("LX", "1");
        payment.claims().forEach(this::claim);
        providerAdjustments(payment);
        writer.segment("SE", Integer.toString(writer.segments() + 1), number);
    }

    private void beginning(Payment payment) {
        var payer = "1" + payment.payer().taxId();
        if (payment.paidCents() == 0) {
            writer.segment("BPR", "H", "0", "C", "NON", "", "", "", "", "", "", "", "", "", "", "", envelope.date());
            return;
        }
        writer.segment(
                "BPR",
                "I",
                Amount.text(payment.paidCents()),
                "C",
                "ACH",
                "CCP",
                "01",
                "071000013",
                "DA",
                "111222",
                payer,
                "",
                "01",
                "071000505",
                "DA",
                "333444",
                envelope.date());
    }

    private void claim(Adjudication claim) {
        var sent = claim.claim();
        writer.segment(
                "CLP",
                sent.number(),
                claim.status(),
                Amount.text(claim.chargeCents()),
                Amount.text(claim.paidCents()),
                claim.isReversal() ? "" : Amount.text(claim.patientCents()),
                filingIndicator(sent),
                claim.payerClaimNumber(),
                sent.facilityCode(),
                sent.frequency());
        var patient = sent.patient();
        writer.segment("NM1", "QC", "1", patient.lastName(), patient.firstName(), "", "", "", "MI", patient.memberId());
        claim.forwardedTo()
                .ifPresent(next -> writer.segment("NM1", "TT", "2", next.name(), "", "", "", "", "PI", next.id()));
        claimDates(sent);
        claim.lines().forEach(this::line);
    }

    private void claimDates(Claim claim) {
        if (claim.dates().length() >= 8) {
            writer.segment("DTM", "232", claim.dates().substring(0, 8));
            writer.segment("DTM", "233", claim.dates().substring(claim.dates().length() - 8));
        }
    }

    private void line(AdjudicatedLine decided) {
        var line = decided.line();
        var withoutProcedure = line.procedure().isEmpty();
        writer.segment(
                "SVC",
                withoutProcedure ? "NU:" + line.revenueCode() : line.procedure(),
                Amount.text(decided.chargeCents()),
                Amount.text(decided.paidCents()),
                withoutProcedure ? "" : line.revenueCode(),
                line.units());
        if (line.serviceDates().length() == 8) {
            writer.segment("DTM", "472", line.serviceDates());
        } else if (line.serviceDates().length() == 17) {
            writer.segment("DTM", "150", line.serviceDates().substring(0, 8));
            writer.segment("DTM", "151", line.serviceDates().substring(9));
        }
        adjustments(decided.adjustments());
        if (!line.controlNumber().isEmpty()) {
            writer.segment("REF", "6R", line.controlNumber());
        }
        if (decided.allowedCents() > 0) {
            writer.segment("AMT", "B6", Amount.text(decided.allowedCents()));
        }
        if (!decided.remark().isEmpty()) {
            writer.segment("LQ", "HE", decided.remark());
        }
    }

    /** One CAS for each group, its reasons in triplets whose quantity stays empty. */
    private void adjustments(List<Adjustment> adjustments) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (var adjustment : adjustments) {
            var elements = groups.computeIfAbsent(adjustment.group(), group -> new ArrayList<>(List.of(group)));
            if (elements.size() > 1) {
                elements.add("");
            }
            elements.add(adjustment.reason());
            elements.add(Amount.text(adjustment.cents()));
        }
        groups.values().forEach(elements -> writer.segment("CAS", elements.toArray(String[]::new)));
    }

    /** PLB takes away what was recovered and adds what is carried on; positive lowers the payment. */
    private void providerAdjustments(Payment payment) {
        List<String> elements = new ArrayList<>();
        if (payment.recovered() > 0) {
            elements.add("FB:" + payment.recoveredReference());
            elements.add(Amount.text(payment.recovered()));
        }
        if (payment.forwardedCents() > 0) {
            elements.add("FB:" + payment.trace());
            elements.add(Amount.text(-payment.forwardedCents()));
        }
        if (!elements.isEmpty()) {
            elements.addFirst(envelope.at().getYear() + "1231");
            elements.addFirst(payment.payee().npi());
            writer.segment("PLB", elements.toArray(String[]::new));
        }
    }

    private static String filingIndicator(Claim claim) {
        return switch (claim.filingIndicator()) {
            case "12",
                    "13",
                    "14",
                    "15",
                    "16",
                    "17",
                    "AM",
                    "CH",
                    "DS",
                    "HM",
                    "LM",
                    "MA",
                    "MB",
                    "MC",
                    "OF",
                    "TV",
                    "VA",
                    "WC" -> claim.filingIndicator();
            default -> PREFERRED_PROVIDER;
        };
    }
}
