package io.openrcm.gateway.partner;

import io.openrcm.gateway.GatewayProblem;
import io.openrcm.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Makes a trading partner known, or changes what is agreed with it. */
@ApplicationScoped
public class AgreePartnerTerms {

    private final TradingPartners partners;
    private final EntityManager entities;

    AgreePartnerTerms(TradingPartners partners, EntityManager entities) {
        this.partners = partners;
        this.entities = entities;
    }

    @Transactional
    public TradingPartner agree(String id, TradingPartnerTerms terms, @Nullable String ifMatch) {
        var errors = terms.errors();
        if (!errors.isEmpty()) {
            throw new Problem(GatewayProblem.INVALID_TERMS, "Mend the fields and send it again.", errors);
        }
        if (partners.count("folder = ?1 and id <> ?2", terms.folder(), id) > 0) {
            throw new Problem(GatewayProblem.FOLDER_TAKEN, "Choose a folder of its own.");
        }
        var known = partners.findById(id);
        if (known == null) {
            return open(id, terms);
        }
        Revision.require(known.revision(), ifMatch);
        known.agree(terms);
        partners.flush();
        return known;
    }

    private TradingPartner open(String id, TradingPartnerTerms terms) {
        var partner = new TradingPartner(id, terms);
        partners.persistAndFlush(partner);
        var _ = entities.createNativeQuery("insert into control_number(partner_id) values (?1)")
                .setParameter(1, id)
                .executeUpdate();
        return partner;
    }
}
