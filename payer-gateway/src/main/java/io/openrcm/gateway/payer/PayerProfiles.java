package io.openrcm.gateway.payer;

import io.openrcm.events.PayerId;
import io.openrcm.gateway.GatewayProblem;
import io.openrcm.rest.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The payers. */
@ApplicationScoped
public class PayerProfiles implements PanacheRepositoryBase<PayerProfile, String> {

    /** The payer, or a problem {@code UNKNOWN_PAYER} (404). */
    public PayerProfile get(String id) {
        var payer = findById(id);
        if (payer == null) {
            throw new Problem(GatewayProblem.UNKNOWN_PAYER, "no payer has this id");
        }
        return payer;
    }

    public List<PayerProfile> all() {
        return listAll(Sort.by("id"));
    }

    /** Those that exist, by id. */
    public Map<PayerId, PayerProfile> known(Collection<PayerId> ids) {
        return list("id in ?1", ids.stream().map(PayerId::value).distinct().toList()).stream()
                .collect(Collectors.toMap(PayerProfile::id, Function.identity()));
    }

    public List<PayerProfile> reachedThrough(String tradingPartner) {
        return list("tradingPartner", Sort.by("id"), tradingPartner);
    }
}
