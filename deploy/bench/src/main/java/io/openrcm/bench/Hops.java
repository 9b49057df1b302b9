package io.openrcm.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How long each part of a claim's way took, from the times that the services kept. */
final class Hops {

    private static final String TIMES = """
            select c.encounter_id, c.built_at, a.released_at, a.transmitted_at,
                   min(t.at) filter (where t.what = 'ClaimAcceptedByPayer'),
                   min(t.at) filter (where t.what in ('ClaimPaid', 'ClaimDenied'))
            from claim c left join submission_attempt a on a.claim_id = c.id and a.attempt = 1
              left join claim_timeline t on t.claim_id = c.id
            group by c.id, a.claim_id, a.attempt, a.released_at, a.transmitted_at""";

    private static final List<String> NAMES = List.of(
            "encounter taken → claim built",
            "claim built → released",
            "released → file sent (gateway collects)",
            "file sent → accepted by the payer (277CA)",
            "accepted → remittance posted (the payer collects)",
            "encounter taken → remittance posted");

    private final double[][] millis;

    private Hops(double[][] millis) {
        this.millis = millis;
    }

    /** Of the claims whose encounters were taken at {@code since} or later. */
    static Hops measure(Databases databases, Instant since) {
        Map<UUID, Instant> takenAt = new HashMap<>();
        for (Object[] row : databases.rows("coding", "select id, received_at from encounter")) {
            Instant at = instant(row[1]);
            if (at != null && !at.isBefore(since)) {
                takenAt.put((UUID) row[0], at);
            }
        }
        List<Object[]> claims = databases.rows("claims", TIMES).stream()
                .filter(claim -> takenAt.containsKey((UUID) claim[0]))
                .toList();
        double[][] millis = new double[NAMES.size()][];
        Arrays.setAll(
                millis,
                hop -> claims.stream()
                        .mapToDouble(claim -> hop(claim, hop, takenAt))
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray());
        return new Hops(millis);
    }

    private static double hop(Object[] claim, int hop, Map<UUID, Instant> takenAt) {
        Instant taken = takenAt.get((UUID) claim[0]);
        Instant from = hop == 0 || hop == NAMES.size() - 1 ? taken : instant(claim[hop]);
        Instant to = hop == NAMES.size() - 1 ? instant(claim[5]) : instant(claim[hop + 1]);
        return from == null || to == null
                ? Double.NaN
                : Duration.between(from, to).toNanos() / 1e6;
    }

    private static @Nullable Instant instant(@Nullable Object column) {
        return switch (column) {
            case null -> null;
            case java.sql.Timestamp timestamp -> timestamp.toInstant();
            case OffsetDateTime time -> time.toInstant();
            default -> throw new IllegalStateException("no time: " + column.getClass());
        };
    }

    void print(PrintStream out) {
        out.printf("%n%-52s %9s %9s %9s%n", "WHERE THE TIME GOES (milliseconds)", "claims", "p50", "p99");
        for (int hop = 0; hop < millis.length; hop++) {
            out.printf(
                    "%-52s %,9d %,9.0f %,9.0f%n",
                    NAMES.get(hop), millis[hop].length, percentile(millis[hop], 50), percentile(millis[hop], 99));
        }
    }

    static double percentile(double[] sorted, int percent) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
