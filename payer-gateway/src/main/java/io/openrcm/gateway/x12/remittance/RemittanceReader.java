package io.openrcm.gateway.x12.remittance;

import io.openrcm.events.Money;
import io.openrcm.events.payer.ProviderAdjustment;
import io.openrcm.events.payer.RemittedClaim;
import io.openrcm.gateway.x12.answer.AnswerBuilder;
import io.openrcm.gateway.x12.answer.PayerAnswer;
import io.openrcm.gateway.x12.answer.RemittanceAdvice;
import io.openrcm.gateway.x12.answer.SetHeader;
import io.openrcm.gateway.x12.syntax.Position;
import io.openrcm.gateway.x12.syntax.Segment;
import io.openrcm.gateway.x12.syntax.Tag;
import io.openrcm.gateway.x12.syntax.UnreadableSegment;
import io.openrcm.gateway.x12.syntax.ValueFault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 835 (005010X221A1). Patients' names and dates of birth are passed over. */
public final class RemittanceReader implements AnswerBuilder {

    private static final int FIRST_ADJUSTMENT = 3;
    private static final int LAST_ADJUSTMENT = 13;

    private final SetHeader header;
    private final List<RemittedClaim> claims = new ArrayList<>();
    private final List<ProviderAdjustment> adjustments = new ArrayList<>();
    private @Nullable RemittedClaimReader claim;
    private String handling = "";
    private @Nullable Money amount;
    private String method = "";
    private @Nullable LocalDate paidOn;
    private @Nullable String traceNumber;
    private String payerTaxId = "";
    private @Nullable LocalDate producedOn;
    private String payerName = "";
    private @Nullable String payerId;
    private @Nullable String payeeNpi;
    private boolean inPayer;

    public RemittanceReader(SetHeader header) {
        this.header = header;
    }

    @Override
    public void take(Segment segment, Position at) {
        switch (segment.tag()) {
            case Tag.CLP -> {
                endClaim();
                claim = new RemittedClaimReader(segment);
            }
            case Tag.PLB -> {
                endClaim();
                providerAdjustments(segment);
            }
            case Tag.LX -> endClaim();
            default -> {
                if (claim != null) {
                    claim.take(segment);
                } else {
                    payment(segment);
                }
            }
        }
    }

    private void payment(Segment segment) {
        switch (segment.tag()) {
            case Tag.BPR -> {
                handling = segment.text(1);
                amount = segment.money(2);
                method = segment.text(4);
                paidOn = segment.dateOrNull(16);
            }
            case Tag.TRN -> {
                traceNumber = segment.required(2);
                payerTaxId = segment.text(3);
            }
            case Tag.DTM -> {
                if (segment.is(1, "405")) {
                    producedOn = segment.dateOrNull(2);
                }
            }
            case Tag.N1 -> party(segment);
            case Tag.REF -> {
                if (inPayer && payerId == null && segment.is(1, "2U")) {
                    payerId = segment.textOrNull(2);
                }
            }
            case Tag.CAS, Tag.SVC -> throw new UnreadableSegment(ValueFault.OUT_OF_PLACE);
            default -> {
                // Addresses, contacts, receiver and summary segments say nothing that we keep.
            }
        }
    }

    private void party(Segment segment) {
        inPayer = segment.is(1, "PR");
        if (inPayer) {
            payerName = segment.text(2);
            payerId = segment.textOrNull(4);
        } else if (segment.is(1, "PE") && segment.is(3, "XX")) {
            payeeNpi = segment.textOrNull(4);
        }
    }

    private void providerAdjustments(Segment segment) {
        for (int element = FIRST_ADJUSTMENT; element <= LAST_ADJUSTMENT; element += 2) {
            if (segment.isEmpty(element) && segment.isEmpty(element + 1)) {
                continue;
            }
            String reason = segment.part(element, 1);
            if (reason.isEmpty()) {
                throw new UnreadableSegment(ValueFault.MISSING);
            }
            adjustments.add(new ProviderAdjustment(reason, segment.partOrNull(element, 2), segment.money(element + 1)));
        }
    }

    private void endClaim() {
        if (claim != null) {
            claims.add(claim.finish());
            claim = null;
        }
    }

    @Override
    public PayerAnswer finish() {
        endClaim();
        LocalDate paid = firstOf(paidOn, producedOn, header.groupDate());
        if (amount == null || traceNumber == null || paid == null) {
            throw new UnreadableSegment(ValueFault.MISSING);
        }
        return new RemittanceAdvice(
                header,
                handling,
                amount,
                method,
                paid,
                traceNumber,
                payerTaxId,
                producedOn,
                payerName,
                payerId,
                payeeNpi,
                claims,
                adjustments);
    }

    private static @Nullable LocalDate firstOf(@Nullable LocalDate... dates) {
        for (LocalDate date : dates) {
            if (date != null) {
                return date;
            }
        }
        return null;
    }
}
