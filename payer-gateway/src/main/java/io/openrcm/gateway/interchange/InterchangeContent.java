package io.openrcm.gateway.interchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The bytes of a sent file. Apart from its row, because answers never need them. */
@Entity
@Table(name = "interchange_content")
class InterchangeContent {

    @Id
    @Column(name = "interchange_id")
    private UUID interchangeId;

    private byte[] content;

    protected InterchangeContent() {}

    InterchangeContent(UUID interchangeId, byte[] content) {
        this.interchangeId = interchangeId;
        this.content = content;
    }

    byte[] content() {
        return content;
    }
}
