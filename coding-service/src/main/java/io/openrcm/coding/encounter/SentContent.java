package io.openrcm.coding.encounter;

import io.openrcm.coding.encounter.lookup.PatientNumbers;
import io.openrcm.coding.intake.EncounterContent;
import io.openrcm.coding.intake.EncounterJson;
import io.openrcm.coding.intake.Submission;
import io.openrcm.events.coding.CodedEncounter.Visit;
import io.openrcm.security.sealing.Field;
import io.openrcm.security.sealing.columns.Sealed;
import io.openrcm.security.sealing.columns.SealedType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.hibernate.annotations.Type;
import org.jspecify.annotations.Nullable;

/** What the hospital sent last, byte for byte in canonical form, with what lists are searched by. */
@Embeddable
@SuppressWarnings("UnusedVariable") // some columns are only searched by
class SentContent {

    private static final Field CONTENT = new Field("encounter", "content");

    private int sourceVersion;

    @Enumerated(EnumType.STRING)
    private Visit visit;

    private LocalDate serviceFrom;
    private LocalDate serviceThrough;
    private boolean part2;

    @Type(SealedType.class)
    private Sealed content;

    /** For the database to search. */
    @Embedded
    private PatientNumbers numbers;

    @Transient
    private @Nullable EncounterContent parsed;

    protected SentContent() {}

    static SentContent of(Submission.Accepted submission) {
        SentContent sent = new SentContent();
        sent.parsed = submission.content();
        sent.content = Sealed.of(
                CONTENT,
                submission.content().id().value(),
                submission.canonical().bytes());
        sent.numbers = PatientNumbers.of(submission.content());
        sent.sourceVersion = submission.content().source().version();
        sent.visit = submission.content().visit();
        sent.serviceFrom = submission.content().serviceFrom();
        sent.serviceThrough = submission.content().serviceThrough();
        sent.part2 = submission.content().part2() != null;
        return sent;
    }

    EncounterContent content(UUID encounter) {
        if (parsed == null) {
            parsed = EncounterJson.read(content.open(CONTENT, encounter), EncounterContent.class);
        }
        return parsed;
    }

    boolean equalsContentOf(Submission.Accepted submission) {
        byte[] kept = content.open(CONTENT, submission.content().id().value());
        return Arrays.equals(kept, submission.canonical().bytes());
    }

    int sourceVersion() {
        return sourceVersion;
    }
}
