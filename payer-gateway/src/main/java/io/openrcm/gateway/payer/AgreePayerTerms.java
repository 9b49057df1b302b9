package io.openrcm.gateway.payer;

import io.openrcm.events.PayerId;
import io.openrcm.gateway.GatewayProblem;
import io.openrcm.gateway.partner.Revision;
import io.openrcm.gateway.partner.TradingPartners;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Makes a payer known, or changes what is agreed with it. */
@ApplicationScoped
public class AgreePayerTerms {

    private final PayerProfiles payers;
    private final TradingPartners partners;

    AgreePayerTerms(PayerProfiles payers, TradingPartners partners) {
        this.payers = payers;
        this.partners = partners;
    }

    @Transactional
    public PayerProfile agree(PayerId id, PayerTerms terms, @Nullable String ifMatch) {
        var errors = new ArrayList<>(terms.errors());
        if (partners.findById(terms.tradingPartner()) == null) {
            errors.add(new FieldError("/tradingPartner", "KNOWN_PARTNER", "no trading partner has this id"));
        }
        if (!errors.isEmpty()) {
            throw new Problem(GatewayProblem.INVALID_TERMS, "Mend the fields and send it again.", errors);
        }
        var known = payers.findById(id.value());
        if (known == null) {
            var payer = new PayerProfile(id, terms);
            payers.persistAndFlush(payer);
            return payer;
        }
        Revision.require(known.revision(), ifMatch);
        known.agree(terms);
        payers.flush();
        return known;
    }
}
