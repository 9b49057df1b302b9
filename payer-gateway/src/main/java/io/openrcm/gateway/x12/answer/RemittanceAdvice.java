package io.openrcm.gateway.x12.answer;

import io.openrcm.events.Money;
import io.openrcm.events.payer.ProviderAdjustment;
import io.openrcm.events.payer.RemittedClaim;
import io.openrcm.gateway.x12.syntax.Position;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 835: one payment with its account of claims. Not yet proved to balance: see RemittanceProof.
 *
 * @param handling BPR01: I money and account together, H account only, no money moves
 * @param amount BPR02; by the guide never negative
 * @param method BPR04: ACH, CHK, NON …
 * @param paidOn BPR16; where a payer leaves it out, the production date, else the group's date
 * @param traceNumber TRN02, check or EFT trace number
 * @param payerTaxId TRN03, originator of the payment, ten characters: 1 and the EIN
 * @param producedOn DTM 405
 * @param payerName N102 of the payer; {@code payerId} its N104 or REF 2U
 * @param payeeNpi N104 of the payee, where it is an NPI
 * @param claims in the file's order; a claim's place, from 1, is its sequence
 */
public record RemittanceAdvice(
        SetHeader header,
        String handling,
        Money amount,
        String method,
        LocalDate paidOn,
        String traceNumber,
        String payerTaxId,
        @Nullable LocalDate producedOn,
        String payerName,
        @Nullable String payerId,
        @Nullable String payeeNpi,
        List<RemittedClaim> claims,
        List<ProviderAdjustment> adjustments)
        implements PayerAnswer {

    public RemittanceAdvice {
        claims = List.copyOf(claims);
        adjustments = List.copyOf(adjustments);
    }

    @Override
    public Position at() {
        return header.at();
    }

    /** What all claims pay together, before provider-level adjustments. */
    public Money claimsPaid() {
        return Money.sum(claims, RemittedClaim::paid);
    }
}
