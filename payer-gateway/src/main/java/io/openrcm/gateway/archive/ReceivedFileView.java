package io.openrcm.gateway.archive;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A received file, as it is read.
 *
 * @param sha256 of its bytes, in hexadecimal
 * @param duplicateOf the file that brought the same bytes first
 * @param types transaction sets in it: TA1, 999, 277, 835 …
 * @param sets what became of each transaction set; empty in a list of files
 */
@Schema(name = "ReceivedFile")
public record ReceivedFileView(
        UUID id,
        String tradingPartner,
        String name,
        String sha256,
        int sizeBytes,
        ReceivedFileStatus status,
        Instant receivedAt,
        @Nullable Instant interpretedAt,
        @Nullable UUID duplicateOf,
        List<String> types,
        @Nullable FileError error,
        List<SetView> sets) {

    /** One transaction set of the file, by its place from 1, and what became of it. */
    @Schema(name = "ReceivedSet")
    public record SetView(
            int ordinal,
            String type,
            String sender,
            String interchange,
            String functionalGroup,
            String setControl,
            SetOutcome outcome,
            @Nullable FileError error) {}
}
