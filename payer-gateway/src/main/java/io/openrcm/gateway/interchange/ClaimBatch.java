package io.openrcm.gateway.interchange;

import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.gateway.x12.claim.TransactionSet;
import io.openrcm.gateway.x12.expressible.ExpressibleClaim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The claims of one file, sorted into transaction sets: one for each type and payer, in the order of their first claims. */
final class ClaimBatch {

    private record Addressee(ClaimType type, PayerId payer) {}

    private final LinkedHashMap<Addressee, List<ExpressibleClaim>> claims = new LinkedHashMap<>();

    void add(ExpressibleClaim claim) {
        var content = claim.content();
        var _ = claims.computeIfAbsent(
                        new Addressee(content.type(), content.destination().payer()), _ -> new ArrayList<>())
                .add(claim);
    }

    /** The sets' references are unique for ever towards a partner, because the file's number is. */
    List<TransactionSet> sets(long interchangeNumber) {
        var sets = new ArrayList<TransactionSet>();
        claims.forEach((addressee, members) -> {
            var number = "%04d".formatted(sets.size() + 1);
            var reference = "%09d-%s".formatted(interchangeNumber, number);
            sets.add(new TransactionSet(number, reference, addressee.type(), addressee.payer(), members));
        });
        return sets;
    }
}
