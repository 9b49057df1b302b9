package io.openrcm.gateway.interchange;

import io.openrcm.gateway.archive.sealed.SealedContents;
import io.openrcm.security.sealing.columns.Sealed;
import io.openrcm.security.sealing.columns.SealedType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Type;

/** The bytes of a sent file, sealed. Apart from its row, because answers never need them. */
@Entity
@Table(name = "interchange_content")
class InterchangeContent {

    @Id
    @Column(name = "interchange_id")
    private UUID interchangeId;

    @Type(SealedType.class)
    private Sealed content;

    protected InterchangeContent() {}

    InterchangeContent(UUID interchangeId, byte[] content) {
        this.interchangeId = interchangeId;
        this.content = Sealed.of(SealedContents.INTERCHANGE, interchangeId, content);
    }

    byte[] content() {
        return content.open(SealedContents.INTERCHANGE, interchangeId);
    }
}
