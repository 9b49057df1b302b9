package io.openrcm.simulator.answers;

import io.openrcm.simulator.claim.Claim;
import io.openrcm.simulator.complaints.Complaint;
import io.openrcm.simulator.complaints.Consequence;
import io.openrcm.simulator.intake.ReceivedFile;
import io.openrcm.simulator.x12.SegmentWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The 999 (005010X231A1): one for each group, saying of each transaction whether it is accepted, and where it is not. */
public final class SyntaxAnswer {

    public static final String GUIDE = "005010X231A1";
    private static final int MOST_ERRORS = 50;
    private static final int MOST_LOOP_CHARACTERS = 4;

    /**
     * What was decided about one transaction.
     *
     * @param refused the claim for whose sake the whole transaction is rejected although its syntax is right
     */
    public record Verdict(ReceivedFile.Transaction transaction, Optional<Claim> refused) {

        public boolean isAccepted() {
            return !transaction.rejected() && refused.isEmpty();
        }

        boolean hasErrors() {
            return !isAccepted() || !transaction.complaints().isEmpty();
        }
    }

    private SyntaxAnswer() {}

    public static byte[] write(AnswerEnvelope envelope, ReceivedFile.Group group, List<Verdict> verdicts) {
        var writer = new SegmentWriter();
        writer.segment("ST", "999", AnswerEnvelope.transactionNumber(1), GUIDE);
        writer.segment("AK1", group.kind(), group.controlNumber(), group.guide());
        var groupRejected = !group.complaints().isEmpty();
        verdicts.forEach(verdict -> transaction(writer, verdict, groupRejected));
        trailer(writer, group, verdicts, groupRejected);
        writer.segment("SE", Integer.toString(writer.segments() + 1), AnswerEnvelope.transactionNumber(1));
        return envelope.group("FA", GUIDE, List.of(writer));
    }

    private static void transaction(SegmentWriter writer, Verdict verdict, boolean groupRejected) {
        var transaction = verdict.transaction();
        writer.segment("AK2", transaction.kind(), transaction.controlNumber(), transaction.guide());
        Set<String> codes = new LinkedHashSet<>();
        transaction.complaints().stream().limit(MOST_ERRORS).forEach(complaint -> {
            codes.add(
                    complaint.consequence() == Consequence.TRANSACTION_REJECTED && isLevel(complaint)
                            ? complaint.code().answer()
                            : "5");
            if (!isLevel(complaint)) {
                error(writer, complaint);
            }
        });
        verdict.refused().ifPresent(claim -> {
            codes.add("5");
            refusal(writer, claim);
        });
        var outcome = groupRejected || !verdict.isAccepted() ? "R" : verdict.hasErrors() ? "E" : "A";
        var elements = new String[Math.min(6, codes.size() + 1)];
        elements[0] = outcome;
        var at = 1;
        for (var code : codes) {
            if (at < elements.length) {
                elements[at++] = code;
            }
        }
        writer.segment("IK5", elements);
    }

    /** About the transaction's own numbers and counts, which only IK5 speaks of. */
    private static boolean isLevel(Complaint complaint) {
        return switch (complaint.code()) {
            case ST_FIELD, ST_GUIDE, ST_SE_CONTROL, SE_SEGMENT_COUNT, DUPLICATE_TRANSACTION, TOO_MANY_CLAIMS -> true;
            default -> false;
        };
    }

    private static void error(SegmentWriter writer, Complaint complaint) {
        var loop = complaint.loop();
        writer.segment(
                "IK3",
                complaint.segmentId(),
                Integer.toString(complaint.inTransaction()),
                loop.length() > MOST_LOOP_CHARACTERS ? loop.substring(0, MOST_LOOP_CHARACTERS) : loop,
                complaint.code().segmentError());
        if (!complaint.claim().isEmpty()) {
            writer.segment("CTX", "CLM01:" + complaint.claim());
        }
        if (complaint.element() > 0 && !complaint.code().elementError().isEmpty()) {
            writer.segment(
                    "IK4",
                    Integer.toString(complaint.element()),
                    "",
                    complaint.code().elementError());
        }
    }

    private static void refusal(SegmentWriter writer, Claim claim) {
        writer.segment("IK3", "CLM", Integer.toString(claim.inTransaction()), "2300", "8");
        writer.segment("CTX", "CLM01:" + claim.number());
        writer.segment("IK4", "5:1", "1331", "7");
    }

    private static void trailer(
            SegmentWriter writer, ReceivedFile.Group group, List<Verdict> verdicts, boolean groupRejected) {
        var accepted = groupRejected
                ? 0
                : (int) verdicts.stream().filter(Verdict::isAccepted).count();
        var anyError = verdicts.stream().anyMatch(Verdict::hasErrors);
        String outcome;
        if (accepted == 0) {
            outcome = "R";
        } else if (accepted < verdicts.size()) {
            outcome = "P";
        } else {
            outcome = anyError ? "E" : "A";
        }
        var codes = group.complaints().stream()
                .map(complaint -> complaint.code().answer())
                .distinct()
                .limit(5)
                .toList();
        var elements = new String[4 + codes.size()];
        elements[0] = outcome;
        elements[1] = Integer.toString(group.stated());
        elements[2] = Integer.toString(verdicts.size());
        elements[3] = Integer.toString(accepted);
        for (var at = 0; at < codes.size(); at++) {
            elements[4 + at] = codes.get(at);
        }
        writer.segment("AK9", elements);
    }
}
