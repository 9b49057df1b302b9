package io.openrcm.gateway.remittance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** One account of a payment that was read, by its fingerprint, so that its repetition is known. */
@Entity
@Table(name = "remittance_content")
@IdClass(RemittanceContent.Key.class)
class RemittanceContent {

    record Key(UUID remittanceId, String contentHash) {}

    @Id
    @Column(name = "remittance_id")
    private UUID remittanceId;

    @Id
    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "file_id")
    private UUID fileId;

    protected RemittanceContent() {}

    RemittanceContent(Key key, UUID fileId) {
        this.remittanceId = key.remittanceId();
        this.contentHash = key.contentHash();
        this.fileId = fileId;
    }
}
