package io.openrcm.events.payer;

import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.RemittanceId;
import java.time.LocalDate;

/**
 * The payment that a remittance explains.
 *
 * @param traceNumber check or EFT trace number
 * @param payerTaxId identifies the originator of the payment, ten characters
 */
public record Payment(
        RemittanceId remittanceId,
        PayerId payer,
        String traceNumber,
        String payerTaxId,
        LocalDate paidOn,
        Money amount) {}
