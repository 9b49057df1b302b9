package io.openrcm.gateway.demo;

import io.openrcm.events.PayerId;
import io.openrcm.gateway.partner.AdapterKind;
import io.openrcm.gateway.partner.AgreePartnerTerms;
import io.openrcm.gateway.partner.InterchangeParties;
import io.openrcm.gateway.partner.Submitter;
import io.openrcm.gateway.partner.TradingPartnerTerms;
import io.openrcm.gateway.partner.TradingPartners;
import io.openrcm.gateway.partner.UsageMode;
import io.openrcm.gateway.payer.AgreePayerTerms;
import io.openrcm.gateway.payer.Capabilities;
import io.openrcm.gateway.payer.PayerProfiles;
import io.openrcm.gateway.payer.PayerTerms;
import io.openrcm.security.access.ForAllFacilities;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The payers and trading partners of the synthetic demo world; what exists is left as it is. */
@ApplicationScoped
public class SeedDemoWorld {

    /** In the order in which partners must exist before payers. */
    static final int START_BEFORE_ROUNDS = 100;

    private final TradingPartners partners;
    private final PayerProfiles payers;
    private final AgreePartnerTerms agreePartner;
    private final AgreePayerTerms agreePayer;
    private final boolean seed;

    SeedDemoWorld(
            TradingPartners partners,
            PayerProfiles payers,
            AgreePartnerTerms agreePartner,
            AgreePayerTerms agreePayer,
            @ConfigProperty(name = "openrcm.seed-demo") boolean seed) {
        this.partners = partners;
        this.payers = payers;
        this.agreePartner = agreePartner;
        this.agreePayer = agreePayer;
        this.seed = seed;
    }

    @Startup(START_BEFORE_ROUNDS)
    @ForAllFacilities
    @Transactional
    void onStart() {
        if (!seed) {
            return;
        }
        partner("RIVERCH", "River Clearinghouse");
        partner("MACJ6", "Medicare contractor");
        payer("MERID", "Meridian Health Plan", "RIVERCH", "910000001");
        payer("CASCB", "Cascadia Blue", "RIVERCH", "910000002");
        payer("MCAID", "Badger State Medicaid", "RIVERCH", "910000003");
        payer("BRITE", "BrightPath Behavioral", "RIVERCH", "910000004");
        payer("GRANI", "Granite Supplement", "RIVERCH", "910000005");
        payer("MCARE", "Medicare", "MACJ6", "910000006");
    }

    private void partner(String id, String name) {
        if (partners.findById(id) == null) {
            var parties = new InterchangeParties("ZZ", "LAKESIDE", "ZZ", id);
            var submitter = new Submitter("LAKESIDE MEDICAL CENTER", "EDI DESK", "6085550100");
            var terms = new TradingPartnerTerms(name, parties, submitter, UsageMode.TEST, AdapterKind.FILE, id);
            var _ = agreePartner.agree(id, terms, null);
        }
    }

    private void payer(String id, String name, String partner, String taxId) {
        if (payers.findById(id) == null) {
            var _ = agreePayer.agree(new PayerId(id), new PayerTerms(name, partner, taxId, Capabilities.all()), null);
        }
    }
}
