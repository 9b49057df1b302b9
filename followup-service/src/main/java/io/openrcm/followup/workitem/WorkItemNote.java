package io.openrcm.followup.workitem;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openrcm.security.sealing.Field;
import io.openrcm.security.sealing.columns.Sealed;
import io.openrcm.security.sealing.columns.SealedType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Type;
import org.jspecify.annotations.Nullable;

/** What a person wrote about a work item, sealed; never changed. */
@Entity
@Table(name = "work_item_note")
@SuppressWarnings("UnusedVariable") // the database reads the facility
public class WorkItemNote {

    static final Field TEXT = new Field("work_item_note", "text");

    @Id
    private UUID id;

    @Column(name = "work_item_id")
    private UUID workItemId;

    private @Nullable String facility;

    @Column(name = "written_at")
    private Instant writtenAt;

    private String author;

    @Type(SealedType.class)
    private Sealed text;

    protected WorkItemNote() {}

    public static WorkItemNote about(WorkItem item, UUID id, Instant writtenAt, String author, String text) {
        WorkItemNote note = new WorkItemNote();
        note.id = id;
        note.workItemId = item.id();
        note.facility = item.facility();
        note.writtenAt = writtenAt;
        note.author = author;
        note.text = Sealed.of(TEXT, id, text.getBytes(UTF_8));
        return note;
    }

    public View view() {
        return new View(writtenAt, author, new String(text.open(TEXT, id), UTF_8));
    }

    /** A note as it is read. */
    public record View(Instant writtenAt, String author, String text) {}
}
