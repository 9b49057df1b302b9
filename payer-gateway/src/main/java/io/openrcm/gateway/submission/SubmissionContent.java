package io.openrcm.gateway.submission;

import io.openrcm.gateway.archive.sealed.SealedContents;
import io.openrcm.security.sealing.columns.Sealed;
import io.openrcm.security.sealing.columns.SealedType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Type;

/** The claim as it was released, as JSON, sealed. Apart from the submission, because answers never need it. */
@Entity
@Table(name = "submission_content")
class SubmissionContent {

    @Id
    @Column(name = "attempt_id")
    private UUID attemptId;

    @SuppressWarnings("UnusedVariable") // read by query only
    @Type(SealedType.class)
    private Sealed content;

    @SuppressWarnings("UnusedVariable") // read by the database only
    private String facility;

    protected SubmissionContent() {}

    SubmissionContent(Submission submission, byte[] content) {
        this.attemptId = submission.attemptId().value();
        this.content = Sealed.of(SealedContents.SUBMISSION, attemptId, content);
        this.facility = submission.facility().value();
    }
}
