package io.openrcm.coding.encounter;

import io.openrcm.coding.encounter.Registration.Receipt;
import io.openrcm.coding.encounter.status.CodingStatus;
import io.openrcm.coding.encounter.status.EncounterStatus;
import io.openrcm.coding.intake.EncounterJson;
import io.openrcm.events.EncounterId;
import io.openrcm.rest.FieldError;
import io.openrcm.security.sealing.Field;
import io.openrcm.security.sealing.columns.Sealed;
import io.openrcm.security.sealing.columns.SealedType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Type;
import org.jspecify.annotations.Nullable;

/** What came of an encounter here: the answer to its sending, a coder's work and what stands against it. Sealed as JSON where it may be about the patient. */
@Embeddable
class CodingRecord {

    private static final Field RECEIPT = new Field("encounter", "receipt");
    private static final Field CODE_ASSIGNMENT = new Field("encounter", "code_assignment");
    private static final Field PROBLEMS = new Field("encounter", "problems");

    /** How it stood when its sending was answered, if nothing stood against it; else there is a receipt. */
    @Enumerated(EnumType.STRING)
    private @Nullable EncounterStatus answeredStatus;

    @Enumerated(EnumType.STRING)
    private @Nullable CodingStatus answeredCodingStatus;

    /** The whole answer, sealed. */
    @Type(SealedType.class)
    private @Nullable Sealed receipt;

    @Type(SealedType.class)
    private @Nullable Sealed codeAssignment;

    @Type(SealedType.class)
    private @Nullable Sealed problems;

    void answer(UUID encounter, Receipt answer) {
        boolean isAllSaid = answer.problems().isEmpty();
        answeredStatus = isAllSaid ? answer.status() : null;
        answeredCodingStatus = isAllSaid ? answer.codingStatus() : null;
        receipt = isAllSaid ? null : seal(RECEIPT, encounter, answer);
    }

    /**
     * The answer to the last sending.
     *
     * @param version of that sending
     */
    Receipt receipt(UUID encounter, int version) {
        if (receipt != null) {
            return EncounterJson.read(receipt.open(RECEIPT, encounter), Receipt.class);
        }
        if (answeredStatus == null || answeredCodingStatus == null) {
            throw new IllegalStateException("an encounter without an answer to its sending");
        }
        return new Receipt(new EncounterId(encounter), answeredStatus, answeredCodingStatus, version, List.of());
    }

    void assign(UUID encounter, CodeAssignment assignment) {
        codeAssignment = seal(CODE_ASSIGNMENT, encounter, assignment);
    }

    void dropAssignment() {
        codeAssignment = null;
    }

    boolean hasAssignment() {
        return codeAssignment != null;
    }

    Optional<CodeAssignment> codeAssignment(UUID encounter) {
        return Optional.ofNullable(codeAssignment)
                .map(kept -> EncounterJson.read(kept.open(CODE_ASSIGNMENT, encounter), CodeAssignment.class));
    }

    void remember(UUID encounter, List<FieldError> found) {
        problems = found.isEmpty() ? null : seal(PROBLEMS, encounter, found);
    }

    List<FieldError> problems(UUID encounter) {
        return problems(encounter, problems);
    }

    /** As a query finds them. */
    static List<FieldError> problems(UUID encounter, @Nullable Sealed kept) {
        return kept == null ? List.of() : EncounterJson.readList(kept.open(PROBLEMS, encounter), FieldError.class);
    }

    private static Sealed seal(Field field, UUID encounter, Object value) {
        return Sealed.of(field, encounter, EncounterJson.write(value));
    }
}
