package io.openrcm.coding.encounter;

import io.openrcm.coding.encounter.status.CodingStatus;
import io.openrcm.coding.encounter.status.EncounterStatus;
import io.openrcm.coding.intake.EncounterContent;
import io.openrcm.events.protection.Part2;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.record.OnRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One encounter in full.
 *
 * @param content what the hospital sent last
 * @param codeAssignment the coder's work that lies over it, where there is any
 * @param problems why it waits, in quarantine or for a coder
 * @param part2 true where 42 CFR Part 2 protects the record, otherwise absent
 * @param disclosureNotice what must accompany such a record wherever it is disclosed
 */
public record EncounterView(
        UUID id,
        EncounterStatus status,
        CodingStatus codingStatus,
        @Nullable String coder,
        Instant receivedAt,
        @Nullable Instant quarantinedAt,
        List<FieldError> problems,
        EncounterContent content,
        @Nullable CodeAssignment codeAssignment,
        @Nullable Boolean part2,
        @Nullable String disclosureNotice)
        implements OnRecord {

    public static EncounterView of(Encounter encounter) {
        boolean underPart2 = encounter.content().part2() != null;
        return new EncounterView(
                encounter.aggregateId(),
                encounter.status(),
                encounter.codingStatus(),
                encounter.coder(),
                encounter.receivedAt(),
                encounter.quarantinedAt(),
                encounter.problems(),
                encounter.content(),
                encounter.codeAssignment().orElse(null),
                underPart2 ? Boolean.TRUE : null,
                underPart2 ? Part2.NOTICE : null);
    }

    @Override
    public String recordId() {
        return id.toString();
    }

    @Override
    public String recordFacility() {
        return content.facility().value();
    }

    @Override
    public UUID recordCorrelation() {
        return id;
    }
}
