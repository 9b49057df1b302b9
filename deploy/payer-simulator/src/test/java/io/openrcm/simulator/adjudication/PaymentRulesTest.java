package io.openrcm.simulator.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.simulator.answers.AnswerEnvelope;
import io.openrcm.simulator.answers.AnswerText;
import io.openrcm.simulator.answers.Balance;
import io.openrcm.simulator.answers.Payment;
import io.openrcm.simulator.answers.Remittance;
import io.openrcm.simulator.claim.BillingProvider;
import io.openrcm.simulator.claim.Claim;
import io.openrcm.simulator.claim.OtherPayer;
import io.openrcm.simulator.claim.Patient;
import io.openrcm.simulator.claim.ServiceLine;
import io.openrcm.simulator.claim.Submitter;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PaymentRulesTest {

    private static final BillingProvider HOSPITAL =
            new BillingProvider("LAKESIDE MEDICAL CENTER", "1555000011", "391234567");
    private static final Submitter SUBMITTER = new Submitter("ZZ", "LAKESIDE", "LAKESIDE", "T");
    private static final AnswerEnvelope ENVELOPE =
            new AnswerEnvelope("RIVERCH", SUBMITTER, 7, LocalDateTime.of(2026, 11, 23, 9, 30));

    @Test
    void aCommercialPayerPaysEightyPercentAndAdjustsTheRestInWholeCents() {
        var line = only(PaymentRules.decide(claim("MERID", 33), Behaviour.PAY_BY_CONTRACT, "N1"));
        assertThat(line.paidCents()).isEqualTo(26);
        assertThat(line.adjustments()).containsExactly(new Adjustment("CO", "45", 7));
    }

    @Test
    void medicarePaysSixtyPercent() {
        assertThat(PaymentRules.decide(claim("MCARE", 10_000), Behaviour.PAY_BY_CONTRACT, "N1")
                        .effect())
                .isEqualTo(new Effect(6_000, 4_000, 0, 0));
    }

    @Test
    void payingLessStaysUnderTheContract() {
        assertThat(PaymentRules.decide(claim("MERID", 10_000), Behaviour.PAY_LESS, "N1")
                        .effect())
                .isEqualTo(new Effect(7_000, 3_000, 0, 0));
        assertThat(PaymentRules.decide(claim("MCARE", 10_000), Behaviour.PAY_LESS, "N1")
                        .effect())
                .isEqualTo(new Effect(5_000, 5_000, 0, 0));
    }

    @Test
    void thePatientsShareIsDeductibleAndCoinsurance() {
        var line = only(PaymentRules.decide(claim("MERID", 10_010), Behaviour.PATIENT_SHARE, "N1"));
        assertThat(line.paidCents()).isEqualTo(6_006);
        assertThat(line.adjustments())
                .containsExactly(
                        new Adjustment("CO", "45", 2_002),
                        new Adjustment("PR", "1", 1_001),
                        new Adjustment("PR", "2", 1_001));
    }

    @Test
    void aDeniedLineLeavesTheOthersPaid() {
        var decision = PaymentRules.decide(claim("MERID", 10_000, 5_000), Behaviour.DENY_LINE, "N1");
        assertThat(decision.isPartlyDenied()).isTrue();
        assertThat(decision.lines().getLast().adjustments()).containsExactly(new Adjustment("CO", "197", 5_000));
        assertThat(decision.effect()).isEqualTo(new Effect(8_000, 2_000, 0, 5_000));
    }

    @Test
    void denyingTheOnlyLineDeniesTheClaim() {
        var decision = PaymentRules.decide(claim("MERID", 10_000), Behaviour.DENY_LINE, "N1");
        assertThat(decision.isDenied()).isTrue();
        assertThat(only(decision).adjustments()).containsExactly(new Adjustment("CO", "50", 10_000));
        assertThat(only(decision).remark()).isEqualTo("N115");
    }

    @Test
    void theNextPayerPaysWhatTheFirstLeftToThePatient() {
        var first = PaymentRules.decide(claim("MCARE", 10_000), Behaviour.CROSS_OVER, "N1");
        assertThat(first.status()).isEqualTo("19");
        assertThat(first.effect()).isEqualTo(new Effect(6_000, 2_000, 2_000, 0));

        var next = PaymentRules.next(first, first.forwardedTo().orElseThrow(), "N2");

        assertThat(next.status()).isEqualTo("2");
        assertThat(next.claim().payerId()).isEqualTo("GRANI");
        assertThat(only(next).adjustments()).containsExactly(new Adjustment("OA", "23", 8_000));
        assertThat(next.effect()).isEqualTo(new Effect(2_000, 0, -2_000, 0));
    }

    @Test
    void aReversalTakesBackExactlyWhatWasDecided() {
        var decision = PaymentRules.decide(claim("MERID", 10_000, 33), Behaviour.PATIENT_SHARE, "N1");
        assertThat(decision.reversed().status()).isEqualTo("22");
        assertThat(decision.effect().plus(decision.reversed().effect())).isEqualTo(Effect.NONE);
    }

    @Property(tries = 300)
    void everyRemittanceBalancesByLineByClaimAndByPayment(
            @ForAll("decisions") List<Adjudication> decisions, @ForAll("balances") long recovered) {
        var payment = new Payment(Payer.named("MERID"), HOSPITAL, "T1", decisions, recovered, "T0");

        var file = AnswerText.of(Remittance.write(ENVELOPE, List.of(payment)));

        assertThat(Balance.faults(file)).isEmpty();
        assertThat(AnswerText.cents(file.only("BPR"), 2)).isNotNegative();
        assertThat(file.all("CLP")).hasSameSizeAs(decisions);
    }

    @Property(tries = 50)
    void anUnbalancedRemittanceIsOutOfBalance(@ForAll("claims") Claim claim) {
        var decision = PaymentRules.decide(claim, Behaviour.OUT_OF_BALANCE, "N1");
        var payment = new Payment(Payer.named("MERID"), HOSPITAL, "T1", List.of(decision), 0, "");
        assertThat(Balance.faults(AnswerText.of(Remittance.write(ENVELOPE, List.of(payment)))))
                .isNotEmpty();
    }

    @Property(tries = 200)
    void theFirstPayersFourAmountsAddUpToTheCharge(@ForAll("claims") Claim claim) {
        for (var behaviour : EnumSet.complementOf(EnumSet.of(Behaviour.OUT_OF_BALANCE))) {
            var effect = PaymentRules.decide(claim, behaviour, "N1").effect();
            assertThat(effect.paidCents() + effect.adjustedCents() + effect.patientCents() + effect.deniedCents())
                    .isEqualTo(claim.chargeCents());
        }
    }

    @Provide
    static Arbitrary<Long> balances() {
        return Arbitraries.longs().between(0, 5_000_000);
    }

    @Provide
    static Arbitrary<Claim> claims() {
        return Arbitraries.longs()
                .between(0, 9_999_999)
                .list()
                .ofMinSize(1)
                .ofMaxSize(50)
                .map(charges ->
                        claim("MERID", charges.stream().mapToLong(it -> it).toArray()));
    }

    /** Decisions of every balanced kind, with reversals and next payers among them. */
    @Provide
    static Arbitrary<List<Adjudication>> decisions() {
        var behaviours = Arbitraries.of(EnumSet.complementOf(EnumSet.of(Behaviour.OUT_OF_BALANCE)));
        return Combinators.combine(claims(), behaviours, Arbitraries.integers().between(0, 2))
                .as((claim, behaviour, kind) -> {
                    var decision = PaymentRules.decide(claim, behaviour, "N1");
                    return switch (kind) {
                        case 0 -> decision;
                        case 1 -> decision.reversed();
                        default -> PaymentRules.next(decision, claim.nextPayer().orElseThrow(), "N2");
                    };
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static AdjudicatedLine only(Adjudication decision) {
        assertThat(decision.lines()).hasSize(1);
        return decision.lines().getFirst();
    }

    private static Claim claim(String payer, long... charges) {
        List<ServiceLine> lines = new ArrayList<>(IntStream.range(0, charges.length)
                .mapToObj(at -> new ServiceLine("L" + at, "HC:99213", "", charges[at], "1", "20261101", 0))
                .toList());
        return new Claim(
                "E0001",
                payer,
                "THE PAYER",
                "CI",
                true,
                "1",
                "11",
                false,
                LongStream.of(charges).sum(),
                new Patient("OLSEN", "PETER", "W200300"),
                HOSPITAL,
                "",
                lines,
                Optional.of(new OtherPayer("GRANI", "GRANITE SUPPLEMENT", "CI", "GS77801")),
                "20261101",
                SUBMITTER,
                19);
    }
}
