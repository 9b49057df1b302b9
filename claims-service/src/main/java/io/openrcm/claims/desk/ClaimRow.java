package io.openrcm.claims.desk;

import io.openrcm.claims.claim.Claim;
import io.openrcm.claims.claim.status.ClaimAxes;
import io.openrcm.claims.claim.status.ClaimLabel;
import io.openrcm.claims.ledger.ClaimMoney;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ClaimHeader;
import io.openrcm.rest.record.OnRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim in a list.
 *
 * @param label the one word for where it stands, which follows from {@code axes} and the open money
 * @param payersInOrder the payers of all coverages by rank; {@code claim.payer} is who owes now
 */
public record ClaimRow(
        ClaimHeader claim,
        ClaimLabel label,
        ClaimAxes axes,
        List<PayerId> payersInOrder,
        @Nullable String payerClaimNumber,
        int attempts,
        Instant builtAt,
        MoneyView money)
        implements OnRecord {

    /**
     * Where the money is: billed = paid + adjusted + patient + open.
     *
     * @param open owed by payers; {@code denied} is the part of it that one denied
     */
    public record MoneyView(Money billed, Money paid, Money adjusted, Money patient, Money open, Money denied) {

        static MoneyView of(ClaimMoney money) {
            return new MoneyView(
                    money.billed(), money.paid(), money.adjusted(), money.patient(), money.open(), money.denied());
        }
    }

    static ClaimRow of(Claim claim, @Nullable ClaimMoney money) {
        var known = money == null ? ClaimMoney.unsubmitted(claim.billed(), claim.destinationRank()) : money;
        return new ClaimRow(
                claim.header(),
                claim.standing().label(),
                claim.standing().axes(),
                claim.payersInOrder(),
                claim.payerClaimNumber(),
                claim.attempts(),
                claim.builtAt(),
                MoneyView.of(known));
    }

    @Override
    public String recordId() {
        return claim.number().value();
    }

    @Override
    public String recordFacility() {
        return claim.facility().value();
    }

    @Override
    public UUID recordCorrelation() {
        return claim.encounterId().value();
    }
}
