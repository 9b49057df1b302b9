package io.openrcm.gateway.interchange;

import io.openrcm.events.claims.ClaimType;
import io.openrcm.gateway.partner.UsageMode;
import io.openrcm.gateway.x12.answer.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A sent file, as it is read.
 *
 * @param controlNumber under which it went, nine digits
 * @param sha256 of its bytes, in hexadecimal
 * @param sets its transaction sets; empty in a list of interchanges
 * @param acknowledged what the partner said of the envelope, and its note code
 * @param part2 true where a claim in it is under 42 CFR Part 2, otherwise absent
 */
@Schema(name = "Interchange")
public record InterchangeView(
        UUID id,
        String tradingPartner,
        UsageMode usage,
        String controlNumber,
        String fileName,
        InterchangeStatus status,
        String sha256,
        int sizeBytes,
        int claims,
        Instant preparedAt,
        @Nullable Instant deliveredAt,
        @Nullable Verdict acknowledged,
        @Nullable String acknowledgmentNote,
        @Nullable Boolean part2,
        List<SetView> sets) {

    /** One transaction set: the claims of one type to one payer, and what the partner said of its syntax. */
    @Schema(name = "SentSet")
    public record SetView(
            String setControl,
            String functionalGroup,
            String batchReference,
            ClaimType type,
            String payer,
            int claims,
            @Nullable Verdict syntax) {}
}
