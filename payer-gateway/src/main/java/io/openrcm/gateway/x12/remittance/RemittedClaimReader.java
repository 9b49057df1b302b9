package io.openrcm.gateway.x12.remittance;

import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.payer.Adjustment;
import io.openrcm.events.payer.AdjustmentGroup;
import io.openrcm.events.payer.RemittedClaim;
import io.openrcm.events.payer.RemittedClaim.Outcome;
import io.openrcm.events.payer.RemittedLine;
import io.openrcm.gateway.x12.syntax.Segment;
import io.openrcm.gateway.x12.syntax.Tag;
import io.openrcm.gateway.x12.syntax.UnreadableSegment;
import io.openrcm.gateway.x12.syntax.ValueFault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Loops 2100 and 2110 of the 835: one claim payment. */
final class RemittedClaimReader {

    /** Forwarded, and the payer does not say to whom in a way that can be an id. */
    private static final PayerId UNNAMED = new PayerId("UNNAMED");

    private static final Pattern PAYER_ID = Pattern.compile("[A-Z0-9]{2,20}");
    private static final int LAST_TRIPLET = 17;

    private final String claimNumber;
    private final Outcome outcome;
    private final Money billed;
    private final Money paid;
    private final Money patientResponsibility;
    private final @Nullable String payerClaimNumber;
    private final List<Adjustment> adjustments = new ArrayList<>();
    private final List<RemittedLine> lines = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private @Nullable PayerId crossedOverTo;
    private @Nullable LocalDate from;
    private @Nullable LocalDate through;
    private @Nullable RemittedLineReader line;

    RemittedClaimReader(Segment segment) {
        // The guide has a payer say 0 where no claim number came in.
        claimNumber = segment.isEmpty(1) ? "0" : segment.text(1);
        String status = segment.required(2);
        outcome = outcome(status);
        billed = segment.money(3);
        paid = segment.money(4);
        patientResponsibility = segment.isEmpty(5) ? Money.ZERO : segment.money(5);
        payerClaimNumber = segment.textOrNull(7);
        crossedOverTo = switch (status) {
            case "19", "20", "21", "23" -> UNNAMED;
            default -> null;
        };
    }

    private static Outcome outcome(String status) {
        return switch (status) {
            case "1", "19" -> Outcome.PROCESSED_AS_PRIMARY;
            case "2", "20" -> Outcome.PROCESSED_AS_SECONDARY;
            case "3", "21" -> Outcome.PROCESSED_AS_TERTIARY;
            case "4" -> Outcome.PATIENT_NOT_RECOGNISED;
            case "22" -> Outcome.REVERSAL;
            case "23" -> Outcome.FORWARDED_ONLY;
            default -> throw new UnreadableSegment(ValueFault.UNKNOWN_CODE);
        };
    }

    void take(Segment segment) {
        switch (segment.tag()) {
            case Tag.SVC -> {
                endLine();
                line = new RemittedLineReader(segment);
            }
            case Tag.CAS -> adjustments(segment, line == null ? adjustments : line.adjustments());
            case Tag.NM1 -> {
                if (segment.is(1, "TT")) {
                    crossedOverTo = payerId(segment.text(9));
                }
            }
            case Tag.MIA -> {
                remark(segment, 5, 5);
                remark(segment, 20, 23);
            }
            case Tag.MOA -> remark(segment, 3, 7);
            case Tag.DTM -> date(segment);
            case Tag.REF, Tag.LQ -> {
                if (line != null) {
                    line.take(segment);
                }
            }
            default -> {
                // Names, contacts and the supplemental AMT and QTY, none of which takes part in any sum.
            }
        }
    }

    private void date(Segment segment) {
        if (line != null) {
            line.take(segment);
        } else if (segment.is(1, "232")) {
            from = segment.dateOrNull(2);
        } else if (segment.is(1, "233")) {
            through = segment.dateOrNull(2);
        }
    }

    private void remark(Segment segment, int first, int last) {
        for (int element = first; element <= last; element++) {
            if (!segment.isEmpty(element)) {
                remarks.add(segment.text(element));
            }
        }
    }

    /** One group, up to six triplets of reason, amount and quantity. */
    private static void adjustments(Segment segment, List<Adjustment> into) {
        AdjustmentGroup group = group(segment.text(1));
        for (int element = 2; element <= LAST_TRIPLET; element += 3) {
            if (segment.isEmpty(element) && segment.isEmpty(element + 1)) {
                continue;
            }
            into.add(new Adjustment(
                    group, segment.required(element), segment.money(element + 1), segment.quantityOrNull(element + 2)));
        }
    }

    private static AdjustmentGroup group(String code) {
        return switch (code) {
            case "CO" -> AdjustmentGroup.CONTRACTUAL;
            case "PR" -> AdjustmentGroup.PATIENT;
            case "OA" -> AdjustmentGroup.OTHER;
            case "PI" -> AdjustmentGroup.PAYER_INITIATED;
            default -> throw new UnreadableSegment(ValueFault.UNKNOWN_CODE);
        };
    }

    private static PayerId payerId(String text) {
        String id = text.toUpperCase(Locale.ROOT);
        return PAYER_ID.matcher(id).matches() ? new PayerId(id) : UNNAMED;
    }

    private void endLine() {
        if (line != null) {
            // A claim of one day dates its lines (835 guide, 2110 DTM); a longer one says nothing about a line.
            boolean oneDay = from != null && (through == null || through.equals(from));
            lines.add(line.finish(oneDay ? from : null));
            line = null;
        }
    }

    RemittedClaim finish() {
        endLine();
        return new RemittedClaim(
                claimNumber,
                outcome,
                billed,
                paid,
                patientResponsibility,
                payerClaimNumber,
                adjustments,
                lines,
                remarks,
                crossedOverTo);
    }
}
