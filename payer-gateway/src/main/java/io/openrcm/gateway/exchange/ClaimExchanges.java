package io.openrcm.gateway.exchange;

import io.openrcm.events.FacilityId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        var ours = audiences("claim_number", names.stream().map(ClaimNames::claimNumber));
        var foreign = names.stream()
                .filter(name -> !ours.containsKey(name.claimNumber()))
                .toList();
        var payers = foreign.isEmpty()
                ? Map.<String, Set<Audience>>of()
                : audiences("payer_claim_number", foreign.stream().map(ClaimNames::payerClaimNumber));
        if (foreign.stream().anyMatch(name -> !payers.containsKey(name.payerClaimNumber()))) {
            return Audience.UNKNOWN;
        }
        return Audience.ofAll(Stream.of(ours, payers)
                .flatMap(found -> found.values().stream())
                .flatMap(Set::stream)
                .collect(Collectors.toSet()));
    }

    /** As {@link #audienceOf}, of claims that are named by our numbers alone. */
    public Audience audienceOfOurs(Collection<String> claimNumbers) {
        return audienceOf(claimNumbers.stream()
                .map(number -> new ClaimNames(number, null))
                .toList());
    }

    /** Of all claims with one of these numbers. */
    private Map<String, Set<Audience>> audiences(String column, Stream<String> numbers) {
        var rows = getSession()
                .createNativeQuery(
                        "select " + column + ", facility, part2 from claim_exchange where " + column + " = any(?1)",
                        Object[].class)
                .setParameter(1, numbers.filter(Objects::nonNull).distinct().toArray(String[]::new))
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0],
                        Collectors.mapping(
                                row -> new Audience(Set.of(new FacilityId((String) row[1])), (Boolean) row[2]),
                                Collectors.toSet())));
    }

    private static Map<UUID, ClaimExchange> byId(List<ClaimExchange> exchanges) {
        return exchanges.stream().collect(Collectors.toMap(ClaimExchange::aggregateId, Function.identity()));
    }
}
