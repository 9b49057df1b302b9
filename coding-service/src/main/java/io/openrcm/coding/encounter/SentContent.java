package io.openrcm.coding.encounter;

import io.openrcm.coding.intake.EncounterContent;
import io.openrcm.coding.intake.EncounterJson;
import io.openrcm.coding.intake.Submission;
import io.openrcm.events.coding.CodedEncounter.Visit;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the hospital sent last, byte for byte in canonical form, with what lists are searched by. */
@Embeddable
@SuppressWarnings("UnusedVariable") // some columns are only searched by
class SentContent {

    private int sourceVersion;

    @Enumerated(EnumType.STRING)
    private Visit visit;

    private LocalDate serviceFrom;
    private LocalDate serviceThrough;
    private boolean part2;
    private byte[] content;
    private byte[] contentHash;

    @Transient
    private @Nullable EncounterContent parsed;

    protected SentContent() {}

    static SentContent of(Submission.Accepted submission) {
        SentContent sent = new SentContent();
        sent.parsed = submission.content();
        sent.content = submission.canonical().bytes();
        sent.contentHash = submission.canonical().hash();
        sent.sourceVersion = submission.content().source().version();
        sent.visit = submission.content().visit();
        sent.serviceFrom = submission.content().serviceFrom();
        sent.serviceThrough = submission.content().serviceThrough();
        sent.part2 = submission.content().part2() != null;
        return sent;
    }

    EncounterContent content() {
        if (parsed == null) {
            parsed = EncounterJson.read(content, EncounterContent.class);
        }
        return parsed;
    }

    boolean equalsContentOf(Submission.Accepted submission) {
        return Arrays.equals(contentHash, submission.canonical().hash());
    }

    int sourceVersion() {
        return sourceVersion;
    }
}
