package io.openrcm.claims.building;

import io.openrcm.claims.building.SelfPayAccount.Reason;
import io.openrcm.events.EncounterId;
import io.openrcm.events.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Opens an account for each encounter that has no claim, and closes it when the encounter has got one. */
@ApplicationScoped
public class RecordSelfPay {

    private final SelfPayAccounts accounts;
    private final Clock clock;

    public RecordSelfPay(SelfPayAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** {@code unclaimed} are the encounters among them without any claim. */
    public void record(List<PlannedEncounter> encounters, Set<EncounterId> unclaimed) {
        var known = new HashMap<UUID, SelfPayAccount>();
        var ids = encounters.stream()
                .map(encounter -> encounter.encounterId().value())
                .distinct()
                .toList();
        accounts.of(ids).forEach(account -> known.put(account.encounterId().value(), account));
        for (PlannedEncounter encounter : encounters) {
            if (unclaimed.contains(encounter.encounterId())) {
                open(known, encounter);
            } else if (known.containsKey(encounter.encounterId().value())) {
                known.get(encounter.encounterId().value()).close(clock.instant());
            }
        }
    }

    private void open(Map<UUID, SelfPayAccount> known, PlannedEncounter encounter) {
        switch (encounter.plan()) {
            case ClaimPlan.SelfPay selfPay -> open(known, encounter, Reason.NO_COVERAGE, selfPay.billed());
            case ClaimPlan.NothingCharged _ -> open(known, encounter, Reason.NOTHING_CHARGED, Money.ZERO);
            case ClaimPlan.Bill _ -> throw new IllegalStateException("an encounter to bill has a claim");
        }
    }

    private void open(Map<UUID, SelfPayAccount> known, PlannedEncounter encounter, Reason reason, Money billed) {
        var account = known.get(encounter.encounterId().value());
        if (account == null) {
            account =
                    new SelfPayAccount(encounter.encounterId(), encounter.encounter(), reason, billed, clock.instant());
            known.put(encounter.encounterId().value(), account);
            accounts.add(account);
        } else if (encounter.sourceVersion() > account.sourceVersion()) {
            account.owes(reason, billed, encounter.encounter());
        }
    }
}
