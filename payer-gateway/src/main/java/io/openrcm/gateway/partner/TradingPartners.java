package io.openrcm.gateway.partner;

import io.openrcm.gateway.GatewayProblem;
import io.openrcm.rest.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** The trading partners. */
@ApplicationScoped
public class TradingPartners implements PanacheRepositoryBase<TradingPartner, String> {

    /** The partner, or a problem {@code UNKNOWN_TRADING_PARTNER} (404). */
    @Transactional
    public TradingPartner get(String id) {
        var partner = findById(id);
        if (partner == null) {
            throw new Problem(GatewayProblem.UNKNOWN_TRADING_PARTNER, "no trading partner has this id");
        }
        return partner;
    }

    @Transactional
    public List<TradingPartner> all() {
        return listAll(Sort.by("id"));
    }
}
