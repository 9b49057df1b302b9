package io.openrcm.gateway.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The claim as it was released, as JSON. Apart from the submission, because answers never need it. */
@Entity
@Table(name = "submission_content")
class SubmissionContent {

    @Id
    @Column(name = "attempt_id")
    private UUID attemptId;

    @SuppressWarnings("UnusedVariable") // read by query only
    private byte[] content;

    @SuppressWarnings("UnusedVariable") // read by the database only
    private String facility;

    protected SubmissionContent() {}

    SubmissionContent(Submission submission, byte[] content) {
        this.attemptId = submission.attemptId().value();
        this.content = content;
        this.facility = submission.facility().value();
    }
}
