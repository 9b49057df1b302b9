package io.openrcm.gateway.remittance;

import io.openrcm.events.Money;
import io.openrcm.events.RemittanceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A payment with its account of claims, as it is read.
 *
 * @param claims in the account
 * @param claimsPaid what they come to together, before provider-level adjustments
 * @param fileId the received file that it was read from
 */
@Schema(name = "Remittance")
public record RemittanceView(
        RemittanceId id,
        String payer,
        String traceNumber,
        String payerTaxId,
        LocalDate paidOn,
        Money amount,
        RemittanceStatus status,
        int claims,
        Money claimsPaid,
        UUID fileId,
        Instant receivedAt) {}
