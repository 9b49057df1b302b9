package io.openrcm.gateway.exchange;

import io.openrcm.events.FacilityId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The claim chains this service has heard of. Rows are always locked in the order of their ids, so that no two batches wait for each other. */
@ApplicationScoped
public class ClaimExchanges implements PanacheRepositoryBase<ClaimExchange, UUID> {

    /** Locks those that exist, in one statement. */
    public Map<UUID, ClaimExchange> locked(Collection<UUID> claimIds) {
        return byId(find("claimId in ?1", Sort.by("claimId"), claimIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list());
    }

    /**
     * Locks every claim that may be meant, in one statement.
     *
     * @param claimNumbers our numbers, as echoed
     * @param payerClaimNumbers the payers' numbers
     */
    public List<ClaimExchange> lockedByNumbers(Collection<String> claimNumbers, Collection<String> payerClaimNumbers) {
        return find("claimNumber in ?1 or payerClaimNumber in ?2", Sort.by("claimId"), claimNumbers, payerClaimNumbers)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Which of these claim numbers belong to a claim already, and to which. */
    public Map<String, UUID> ownersOf(Collection<String> claimNumbers) {
        return getEntityManager()
                .createQuery("select claimNumber, claimId from ClaimExchange where claimNumber in ?1", Object[].class)
                .setParameter(1, claimNumbers)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1]));
    }

    /**
     * Who may see the claims that are named: by our number, else by a payer's, and then every claim that a payer knows by it. Unknown where
     * one of the names is of no claim that we know.
     */
    public Audience audienceOf(Collection<ClaimNames> names) {
        var byNumber = new HashMap<String, Audience>();
        var byPayerNumber = new HashMap<String, Set<Audience>>();
        for (var row : named(names)) {
            var audience = new Audience(Set.of(new FacilityId((String) row[2])), (Boolean) row[3]);
            byNumber.put((String) row[0], audience);
            if (row[1] != null) {
                byPayerNumber
                        .computeIfAbsent((String) row[1], _ -> new HashSet<>())
                        .add(audience);
            }
        }
        var all = new HashSet<Audience>();
        for (var name : names) {
            var own = byNumber.get(name.claimNumber());
            var meant = own != null ? Set.of(own) : byPayerNumber.getOrDefault(name.payerClaimNumber(), Set.of());
            if (meant.isEmpty()) {
                return Audience.UNKNOWN;
            }
            all.addAll(meant);
        }
        return Audience.ofAll(all);
    }

    private List<Object[]> named(Collection<ClaimNames> names) {
        return getEntityManager()
                .createQuery(
                        "select claimNumber, payerClaimNumber, facility, part2 from ClaimExchange"
                                + " where claimNumber in ?1 or payerClaimNumber in ?2",
                        Object[].class)
                .setParameter(
                        1,
                        names.stream().map(ClaimNames::claimNumber).distinct().toList())
                .setParameter(
                        2,
                        names.stream()
                                .map(ClaimNames::payerClaimNumber)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                .getResultList();
    }

    private static Map<UUID, ClaimExchange> byId(List<ClaimExchange> exchanges) {
        return exchanges.stream().collect(Collectors.toMap(ClaimExchange::aggregateId, Function.identity()));
    }
}
