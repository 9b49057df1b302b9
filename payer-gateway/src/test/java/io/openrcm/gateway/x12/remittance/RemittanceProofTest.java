package io.openrcm.gateway.x12.remittance;

import static io.openrcm.gateway.x12.PartnerFile.readOne;
import static io.openrcm.gateway.x12.PartnerFile.remittance;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.Money;
import io.openrcm.gateway.x12.answer.RemittanceAdvice;
import io.openrcm.gateway.x12.remittance.RemittanceProof.Balanced;
import io.openrcm.gateway.x12.remittance.RemittanceProof.Level;
import io.openrcm.gateway.x12.remittance.RemittanceProof.OutOfBalance;
import org.junit.jupiter.api.Test;

class RemittanceProofTest {

    @Test
    void aReversalACorrectionInterestAndATakeBackBalance() {
        assertThat(prove("", "")).isEqualTo(new Balanced());
    }

    @Test
    void aLinePaysItsChargeLessItsAdjustments() {
        assertThat(prove("CAS*CO*45*20\nCAS*PR*3*5", "CAS*CO*45*20\nCAS*PR*3*4"))
                .isEqualTo(new OutOfBalance(Level.LINE, 3, 2, Money.of("26"), Money.of("25")))
                .extracting(proof -> ((OutOfBalance) proof).where())
                .isEqualTo("claim 3, line 2");
    }

    @Test
    void aClaimPaysWhatWasBilledLessAllAdjustments() {
        assertThat(prove("1*200*150*0", "1*200*140*0"))
                .isEqualTo(new OutOfBalance(Level.CLAIM, 2, 0, Money.of("150"), Money.of("140")));
    }

    @Test
    void aClaimBillsWhatItsLinesBill() {
        assertThat(prove("CLP*LK26101500042*19*300*225*25", "CLP*LK26101500042*19*310*235*25"))
                .isEqualTo(new OutOfBalance(Level.CLAIM_CHARGES, 3, 0, Money.of("300"), Money.of("310")));
    }

    @Test
    void thePaymentIsWhatTheClaimsPayLessProviderAdjustments() {
        assertThat(prove("BPR*I*230", "BPR*I*255"))
                .isEqualTo(new OutOfBalance(Level.PAYMENT, 0, 0, Money.of("230"), Money.of("255")));
        assertThat(prove("L6:INT1*-5*WO:LK26080100001*30", "L6:INT1*5*WO:LK26080100001*-30"))
                .isEqualTo(new OutOfBalance(Level.PAYMENT, 0, 0, Money.of("280"), Money.of("230")));
    }

    @Test
    void aBalanceCarriedForwardLiftsThePaymentToZero() {
        RemittanceAdvice advice = readOne(RemittanceAdvice.class, remittance("""
                BPR*H*0*C*NON************20261120
                TRN*1*T1*1910000001
                CLP*LK1*22*-100*-80**12*ICN1
                CAS*CO*45*-20
                CLP*LK1*1*100*59.84*0*12*ICN2
                CAS*CO*45*40.16
                PLB*1555000011*20261231*FB:T1*-20.16
                """));

        assertThat(RemittanceProof.of(advice)).isEqualTo(new Balanced());
    }

    @Test
    void supplementalAmountsBalanceNothing() {
        assertThat(prove("AMT*B6*220", "AMT*B6*999\nAMT*AU*1\nQTY*ZK*3")).isEqualTo(new Balanced());
    }

    private static RemittanceProof prove(String replaced, String by) {
        String file = RemittanceFixture.sound();
        assertThat(file).contains(replaced);
        String changed = replaced.isEmpty() ? file : file.replace(replaced, by);
        return RemittanceProof.of(readOne(RemittanceAdvice.class, remittance(changed)));
    }
}
