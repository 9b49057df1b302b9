package io.openrcm.coding.encounter;

import io.openrcm.coding.encounter.status.CodingStatus;
import io.openrcm.coding.encounter.status.EncounterStatus;
import io.openrcm.events.coding.CodedEncounter.Visit;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.record.OnRecord;
import io.openrcm.security.sealing.columns.Sealed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An encounter in a list; it names no patient.
 *
 * @param encounterId the hospital's own id
 * @param version the version in the source system
 * @param problems why it waits, in quarantine or for a coder
 */
public record EncounterSummary(
        UUID id,
        String facility,
        String source,
        String encounterId,
        int version,
        Visit visit,
        EncounterStatus status,
        CodingStatus codingStatus,
        @Nullable String coder,
        LocalDate serviceFrom,
        LocalDate serviceThrough,
        Instant receivedAt,
        List<FieldError> problems)
        implements OnRecord {

    static final String SELECT =
            "select new io.openrcm.coding.encounter.EncounterSummary(e.id, e.facility, e.sourceSystem,"
                    + " e.sourceEncounterId, e.sent.sourceVersion, e.sent.visit, e.status, e.codingStatus, e.coder,"
                    + " e.sent.serviceFrom, e.sent.serviceThrough, e.receivedAt, e.record.problems) from Encounter e";

    /** For the query, which reads problems as they are stored. */
    public EncounterSummary(
            UUID id,
            String facility,
            String source,
            String encounterId,
            int version,
            Visit visit,
            EncounterStatus status,
            CodingStatus codingStatus,
            @Nullable String coder,
            LocalDate serviceFrom,
            LocalDate serviceThrough,
            Instant receivedAt,
            @Nullable Sealed problems) {
        this(
                id,
                facility,
                source,
                encounterId,
                version,
                visit,
                status,
                codingStatus,
                coder,
                serviceFrom,
                serviceThrough,
                receivedAt,
                CodingRecord.problems(id, problems));
    }

    @Override
    public String recordId() {
        return id.toString();
    }

    @Override
    public String recordFacility() {
        return facility;
    }

    @Override
    public UUID recordCorrelation() {
        return id;
    }
}
