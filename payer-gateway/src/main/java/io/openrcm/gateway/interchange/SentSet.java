package io.openrcm.gateway.interchange;

import io.openrcm.events.claims.ClaimType;
import io.openrcm.gateway.x12.answer.Verdict;
import io.openrcm.gateway.x12.claim.TransactionSet;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One transaction set of a sent file: the claims of one type to one payer, which stand or fall together. */
@Entity
@Table(name = "sent_set")
@IdClass(SentSet.Key.class)
public class SentSet {

    /** The file, and the set's number in it. */
    public record Key(UUID interchangeId, String setControl) {}

    @Id
    @Column(name = "interchange_id")
    private UUID interchangeId;

    @Id
    @Column(name = "set_control")
    private String setControl;

    @Column(name = "group_control")
    private String groupControl;

    @Column(name = "partner_id")
    private String partnerId;

    @Column(name = "batch_reference")
    private String batchReference;

    @Enumerated(EnumType.STRING)
    private ClaimType type;

    @Column(name = "payer_id")
    private String payerId;

    private int claims;

    @Enumerated(EnumType.STRING)
    private @Nullable Verdict syntax;

    protected SentSet() {}

    SentSet(SentInterchange interchange, String group, TransactionSet set) {
        this.interchangeId = interchange.id();
        this.setControl = set.controlNumber();
        this.groupControl = group;
        this.partnerId = interchange.partnerId();
        this.batchReference = set.reference();
        this.type = set.type();
        this.payerId = set.payer().value();
        this.claims = set.claims().size();
    }

    /** Keeps what the partner said of the set's syntax. */
    public void acknowledge(Verdict verdict) {
        syntax = verdict;
    }

    InterchangeView.SetView view() {
        return new InterchangeView.SetView(setControl, groupControl, batchReference, type, payerId, claims, syntax);
    }

    public UUID interchangeId() {
        return interchangeId;
    }

    public String setControl() {
        return setControl;
    }
}
