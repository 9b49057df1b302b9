package io.openrcm.gateway.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Whom we exchange files with: a clearinghouse, a Medicare contractor, or a payer itself. */
@Entity
@Table(name = "trading_partner")
public class TradingPartner {

    @Id
    private String id;

    private String name;

    @Embedded
    private InterchangeParties parties;

    @Embedded
    private Submitter submitter;

    @Enumerated(EnumType.STRING)
    @Column(name = "usage_mode")
    private UsageMode usage;

    @Enumerated(EnumType.STRING)
    private AdapterKind adapter;

    private String folder;

    @Version
    private int revision;

    protected TradingPartner() {}

    public TradingPartner(String id, TradingPartnerTerms terms) {
        this.id = id;
        agree(terms);
    }

    final void agree(TradingPartnerTerms terms) {
        name = terms.name();
        parties = terms.parties();
        submitter = terms.submitter();
        usage = terms.usage();
        adapter = terms.adapter();
        folder = terms.folder();
    }

    TradingPartnerTerms terms() {
        return new TradingPartnerTerms(name, parties, submitter, usage, adapter, folder);
    }

    public String id() {
        return id;
    }

    public InterchangeParties parties() {
        return parties;
    }

    public String name() {
        return name;
    }

    public Submitter submitter() {
        return submitter;
    }

    public UsageMode usage() {
        return usage;
    }

    public AdapterKind adapter() {
        return adapter;
    }

    /** Its folder's name under the exchange root. */
    public String folder() {
        return folder;
    }

    int revision() {
        return revision;
    }
}
