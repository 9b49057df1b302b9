package io.openrcm.gateway.x12.claim;

import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.gateway.x12.expressible.ExpressibleClaim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Claims put into files as the gateway does: a transaction set for each type and payer. */
public final class SyntheticFiles {

    private SyntheticFiles() {}

    public static WrittenInterchange write(List<ClaimContent> claims) {
        return Interchange837.write(ClaimFixture.envelope(), sets(claims));
    }

    public static List<TransactionSet> sets(List<ClaimContent> claims) {
        record Key(ClaimType type, PayerId payer) {}
        Map<Key, List<ExpressibleClaim>> batches = new LinkedHashMap<>();
        for (ClaimContent claim : claims) {
            batches.computeIfAbsent(new Key(claim.type(), claim.destination().payer()), _ -> new ArrayList<>())
                    .add(ClaimFixture.expressible(claim));
        }
        List<TransactionSet> sets = new ArrayList<>();
        batches.forEach((key, batch) -> sets.add(new TransactionSet(
                String.format(Locale.ROOT, "%04d", sets.size() + 1),
                "BATCH" + (sets.size() + 1),
                key.type(),
                key.payer(),
                batch)));
        return sets;
    }
}
