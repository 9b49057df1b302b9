package io.openrcm.followup.workitem;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a person wrote about a work item; never changed. */
@Entity
@Table(name = "work_item_note")
public class WorkItemNote {

    @Id
    private UUID id;

    @Column(name = "work_item_id")
    private UUID workItemId;

    @Column(name = "written_at")
    private Instant writtenAt;

    private String author;
    private String text;

    protected WorkItemNote() {}

    public static WorkItemNote of(UUID id, UUID workItemId, Instant writtenAt, String author, String text) {
        WorkItemNote note = new WorkItemNote();
        note.id = id;
        note.workItemId = workItemId;
        note.writtenAt = writtenAt;
        note.author = author;
        note.text = text;
        return note;
    }

    public View view() {
        return new View(writtenAt, author, text);
    }

    /** A note as it is read. */
    public record View(Instant writtenAt, String author, String text) {}
}
