package io.openrcm.gateway.payer;

import io.openrcm.events.PayerId;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Who owes the money, through which trading partner it is reached, and what it takes. */
@Entity
@Table(name = "payer_profile")
public class PayerProfile {

    @Id
    private String id;

    private String name;

    @Column(name = "partner_id")
    private String tradingPartner;

    @Column(name = "tax_id")
    private @Nullable String taxId;

    @Embedded
    private Capabilities capabilities;

    @Version
    private int revision;

    protected PayerProfile() {}

    public PayerProfile(PayerId id, PayerTerms terms) {
        this.id = id.value();
        agree(terms);
    }

    final void agree(PayerTerms terms) {
        name = terms.name();
        tradingPartner = terms.tradingPartner();
        taxId = terms.taxId();
        capabilities = terms.capabilities();
    }

    PayerTerms terms() {
        return new PayerTerms(name, tradingPartner, taxId, capabilities);
    }

    public PayerId id() {
        return new PayerId(id);
    }

    public String name() {
        return name;
    }

    public String tradingPartner() {
        return tradingPartner;
    }

    /** Nine digits, where known. */
    public @Nullable String taxId() {
        return taxId;
    }

    public Capabilities capabilities() {
        return capabilities;
    }

    int revision() {
        return revision;
    }
}
