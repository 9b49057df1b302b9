package io.openrcm.gateway.x12.remittance;

import io.openrcm.events.Money;
import io.openrcm.events.payer.Adjustment;
import io.openrcm.events.payer.RemittedLine;
import io.openrcm.gateway.x12.syntax.Segment;
import io.openrcm.gateway.x12.syntax.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loop 2110 of the 835: one service line. */
final class RemittedLineReader {

    private static final int LAST_MODIFIER = 6;

    private final @Nullable String procedureCode;
    private final @Nullable String submittedCode;
    private final @Nullable String revenueCode;
    private final List<String> modifiers = new ArrayList<>(4);
    private final Money billed;
    private final Money paid;
    private final BigDecimal paidUnits;
    private final List<Adjustment> adjustments = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private @Nullable String controlNumber;
    private @Nullable LocalDate servicedOn;

    RemittedLineReader(Segment segment) {
        String code = segment.partOrNull(1, 2);
        boolean isRevenueCode = segment.part(1, 1).equals("NU");
        procedureCode = isRevenueCode ? null : code;
        revenueCode = isRevenueCode && segment.isEmpty(4) ? code : segment.textOrNull(4);
        for (int part = 3; part <= LAST_MODIFIER; part++) {
            String modifier = segment.part(1, part);
            if (!modifier.isEmpty()) {
                modifiers.add(modifier);
            }
        }
        billed = segment.money(2);
        paid = segment.money(3);
        BigDecimal units = segment.quantityOrNull(5);
        // The guide lets a payer leave out a paid unit count of one.
        paidUnits = units == null ? BigDecimal.ONE : units;
        submittedCode = segment.partOrNull(6, 2);
    }

    List<Adjustment> adjustments() {
        return adjustments;
    }

    void take(Segment segment) {
        switch (segment.tag()) {
            case Tag.DTM -> {
                if (segment.is(1, "472") || segment.is(1, "150")) {
                    servicedOn = segment.dateOrNull(2);
                }
            }
            case Tag.REF -> {
                if (segment.is(1, "6R")) {
                    controlNumber = segment.textOrNull(2);
                }
            }
            case Tag.LQ -> {
                if (segment.is(1, "HE") && !segment.isEmpty(2)) {
                    remarks.add(segment.text(2));
                }
            }
            default -> {
                // The claim sends nothing else on.
            }
        }
    }

    RemittedLine finish(@Nullable LocalDate claimDate) {
        return new RemittedLine(
                controlNumber,
                procedureCode,
                submittedCode,
                revenueCode,
                modifiers,
                servicedOn == null ? claimDate : servicedOn,
                billed,
                paid,
                paidUnits,
                adjustments,
                remarks);
    }
}
