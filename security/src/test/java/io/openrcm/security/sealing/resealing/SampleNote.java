package io.openrcm.security.sealing.resealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openrcm.security.sealing.BlindIndex.Kind;
import io.openrcm.security.sealing.Field;
import io.openrcm.security.sealing.columns.BlindIndexed;
import io.openrcm.security.sealing.columns.BlindIndexedType;
import io.openrcm.security.sealing.columns.Sealed;
import io.openrcm.security.sealing.columns.SealedType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Type;

/** A note that names a member, who can be looked up. */
@Entity
@Table(name = "sample_note")
class SampleNote {

    private static final Field TEXT = new Field("sample_note", "text");

    @Id
    private UUID id;

    private String facility;

    @Type(SealedType.class)
    private Sealed text;

    @Type(BlindIndexedType.class)
    @Column(name = "member_id_index")
    private BlindIndexed memberId;

    protected SampleNote() {}

    SampleNote(UUID id, String memberId) {
        this.id = id;
        this.facility = "LAKESIDE";
        write(memberId);
    }

    final void write(String member) {
        text = Sealed.of(TEXT, id, member.getBytes(UTF_8));
        memberId = BlindIndexed.of(Kind.MEMBER_ID, member);
    }

    void moveTo(String other) {
        facility = other;
    }

    UUID id() {
        return id;
    }

    String text() {
        return new String(text.open(TEXT, id), UTF_8);
    }
}
