package io.openrcm.claims.desk;

import io.openrcm.claims.claim.Claim;
import io.openrcm.rest.Cursor;
import io.openrcm.rest.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists of claims, a page at a time. */
@ApplicationScoped
public class ClaimSearch {

    /** By what a list is ordered, from the largest down; the claim's id decides between equals. */
    enum Sort {
        NEWEST("c.builtAt", claim -> claim.builtAt().toString(), Instant::parse),
        VALUE("c.keys.billedCents", claim -> Long.toString(claim.billed().cents()), Long::parseLong);

        private final String path;
        private final Function<Claim, String> key;
        private final Function<String, Object> parse;

        Sort(String path, Function<Claim, String> key, Function<String, Object> parse) {
            this.path = path;
            this.key = key;
            this.parse = parse;
        }

        String cursorOf(Claim claim) {
            return Cursor.encode(key.apply(claim), claim.aggregateId().toString());
        }

        static Sort of(@Nullable String value) {
            return switch (value) {
                case null -> NEWEST;
                case "newest" -> NEWEST;
                case "value" -> VALUE;
                default -> throw ClaimFilter.invalid("sort", "ENUM", "newest or value");
            };
        }
    }

    private final EntityManager entities;

    public ClaimSearch(EntityManager entities) {
        this.entities = entities;
    }

    Page<Claim> find(ClaimFilter filter, Sort sort, @Nullable String after, int limit) {
        var conditions = filter.conditions();
        var where = new ArrayList<String>();
        conditions.forEach(condition -> where.add(condition.hql()));
        if (after != null) {
            where.add("(" + sort.path + " < :key or (" + sort.path + " = :key and c.id < :id))");
        }
        var query = entities.createQuery(
                "select c from Claim c"
                        + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                        + " order by " + sort.path + " desc, c.id desc",
                Claim.class);
        conditions.forEach(condition -> query.setParameter(condition.parameter(), condition.value()));
        if (after != null) {
            var keys = Cursor.decode(after, 2);
            try {
                query.setParameter("key", sort.parse.apply(keys.get(0)))
                        .setParameter("id", UUID.fromString(keys.get(1)));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw Cursor.invalid(e);
            }
        }
        return Page.of(query.setMaxResults(limit + 1).getResultList(), limit, sort::cursorOf);
    }
}
