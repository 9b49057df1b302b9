package io.openrcm.claims.posting.adjudication;

import io.openrcm.events.ClaimId;
import io.openrcm.events.Ids;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.RemittanceId;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.encounter.Charge.Unit;
import io.openrcm.events.payer.Adjustment;
import io.openrcm.events.payer.AdjustmentGroup;
import io.openrcm.events.payer.PayerEvent.ClaimRemitted;
import io.openrcm.events.payer.Payment;
import io.openrcm.events.payer.RemittedClaim;
import io.openrcm.events.payer.RemittedClaim.Outcome;
import io.openrcm.events.payer.RemittedLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Claims and payers' answers to them, balanced unless a test breaks them. */
public final class RemitFixture {

    public static final ClaimId CLAIM = new ClaimId(Ids.derived("claim"));
    public static final PayerId PRIMARY = new PayerId("MERID");
    public static final PayerId SECONDARY = new PayerId("GRANI");
    public static final LocalDate SERVED = LocalDate.of(2026, 3, 2);
    public static final LocalDate PAID_ON = LocalDate.of(2026, 4, 1);

    private RemitFixture() {}

    public static BilledClaim claimOf(ServiceLine... lines) {
        return claimOf(List.of(lines), PRIMARY);
    }

    public static BilledClaim claimOf(List<ServiceLine> lines, PayerId... payers) {
        var byRank = new TreeMap<Integer, PayerId>();
        for (PayerId payer : payers) {
            byRank.put(byRank.size() + 1, payer);
        }
        return new BilledClaim(CLAIM, 1, Money.sum(lines, ServiceLine::charge), lines, byRank, 1);
    }

    public static ServiceLine line(String number, String code, long cents) {
        return line(number, code, List.of(), SERVED, cents);
    }

    public static ServiceLine line(
            String number, String code, List<String> modifiers, LocalDate servicedOn, long cents) {
        return new ServiceLine(
                number,
                servicedOn,
                "0450",
                code,
                modifiers,
                BigDecimal.ONE,
                Unit.UNITS,
                Money.ofCents(cents),
                List.of(),
                null);
    }

    /** {@code "CO-45:2000"}: group, reason, cents. */
    public static Adjustment adjustment(String text) {
        String[] parts = text.split("[-:]", 3);
        var group = Arrays.stream(AdjustmentGroup.values())
                .filter(one -> one.code().equals(parts[0]))
                .findFirst()
                .orElseThrow();
        return new Adjustment(group, parts[1], Money.ofCents(Long.parseLong(parts[2])), null);
    }

    /** Pays of a line what its adjustments leave. */
    public static RemittedLine answer(ServiceLine line, String... adjustments) {
        var because = Arrays.stream(adjustments).map(RemitFixture::adjustment).toList();
        var paid = line.charge().minus(Money.sum(because, Adjustment::amount));
        return answer(line.controlNumber(), line.procedureCode(), line.charge(), paid, because);
    }

    public static RemittedLine answer(
            @Nullable String number, @Nullable String code, Money billed, Money paid, List<Adjustment> because) {
        return new RemittedLine(
                number, code, null, null, List.of(), SERVED, billed, paid, BigDecimal.ONE, because, List.of("N115"));
    }

    public static RemittedClaim remitted(RemittedLine... lines) {
        return remitted(Outcome.PROCESSED_AS_PRIMARY, List.of(lines));
    }

    public static RemittedClaim remitted(Outcome outcome, List<RemittedLine> lines) {
        return new RemittedClaim(
                "CLAIM00001",
                outcome,
                Money.sum(lines, RemittedLine::billed),
                Money.sum(lines, RemittedLine::paid),
                Money.ZERO,
                "ICN1",
                List.of(),
                lines,
                List.of(),
                null);
    }

    /** The claim as a whole, without lines. */
    public static RemittedClaim whole(long billed, long paid, String... adjustments) {
        return new RemittedClaim(
                "CLAIM00001",
                Outcome.PROCESSED_AS_PRIMARY,
                Money.ofCents(billed),
                Money.ofCents(paid),
                Money.ZERO,
                "ICN1",
                Arrays.stream(adjustments).map(RemitFixture::adjustment).toList(),
                List.of(),
                List.of(),
                null);
    }

    public static RemittedClaim reversalOf(RemittedClaim claim) {
        var lines = claim.lines().stream()
                .map(line -> new RemittedLine(
                        line.controlNumber(),
                        line.procedureCode(),
                        line.submittedCode(),
                        line.revenueCode(),
                        line.modifiers(),
                        line.servicedOn(),
                        line.billed().negated(),
                        line.paid().negated(),
                        line.paidUnits(),
                        negated(line.adjustments()),
                        line.remarks()))
                .toList();
        return new RemittedClaim(
                claim.claimNumber(),
                Outcome.REVERSAL,
                claim.billed().negated(),
                claim.paid().negated(),
                Money.ZERO,
                claim.payerClaimNumber(),
                negated(claim.adjustments()),
                lines,
                List.of(),
                null);
    }

    private static List<Adjustment> negated(List<Adjustment> adjustments) {
        return adjustments.stream()
                .map(one ->
                        new Adjustment(one.group(), one.reason(), one.amount().negated(), one.quantity()))
                .toList();
    }

    /** In the payment with this number. */
    public static ClaimRemitted inPayment(int number, PayerId payer, RemittedClaim claim) {
        return new ClaimRemitted(CLAIM, payment(number, payer, claim.paid()), 1, claim);
    }

    public static Payment payment(int number, PayerId payer, Money amount) {
        return new Payment(
                new RemittanceId(Ids.derived("payment/" + number)),
                payer,
                "TRACE" + number,
                "1999999999",
                PAID_ON,
                amount);
    }

    /** One that was never seen before. */
    public static Payment newPayment(String amount, PayerId payer) {
        var trace = UUID.randomUUID().toString();
        return new Payment(new RemittanceId(Ids.derived(trace)), payer, trace, "1999999999", PAID_ON, Money.of(amount));
    }
}
