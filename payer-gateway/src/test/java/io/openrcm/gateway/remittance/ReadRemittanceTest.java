package io.openrcm.gateway.remittance;

import static io.openrcm.gateway.PayerFiles.paid;
import static io.openrcm.gateway.PayerFiles.remittance;
import static io.openrcm.gateway.ReleasedClaimFixture.aReleasedClaim;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.Ids;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.payer.PayerEvent.ClaimRemitted;
import io.openrcm.events.payer.PayerEvent.ClaimTransmitted;
import io.openrcm.events.payer.PayerEvent.RefusedBecause;
import io.openrcm.events.payer.PayerEvent.RemittanceReceived;
import io.openrcm.events.payer.PayerEvent.RemittanceRefused;
import io.openrcm.events.payer.PayerEvent.StrangeClaimRemitted;
import io.openrcm.gateway.EventTopics;
import io.openrcm.gateway.Exchange;
import io.openrcm.gateway.GatewayTest;
import io.openrcm.gateway.PayerFiles;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@GatewayTest
class ReadRemittanceTest {

    @Inject
    Exchange exchange;

    @Inject
    EventTopics topics;

    @Test
    void aBalancedRemittanceTellsEachClaimWhatWasDecided() {
        var first = sent();
        var second = sent();

        exchange.answer(remittance("T100", "200", paid(number(first), "100", "25"), paid(number(second), "100", "25")));

        var payment = (RemittanceReceived)
                topics.awaitAbout(paymentId("T100", "200.00"), 1).getFirst();
        assertThat(payment.claims()).isEqualTo(2);
        assertThat(payment.claimsPaid()).isEqualTo(Money.of("200"));
        assertThat(payment.payment().payer()).isEqualTo(new PayerId("MERID"));
        var remitted =
                (ClaimRemitted) topics.awaitAbout(second.claim().claimId(), 2).get(1);
        assertThat(remitted.sequence()).isEqualTo(2);
        assertThat(remitted.claim().paid()).isEqualTo(Money.of("100"));
        assertThat(remitted.claim().lines().getFirst().controlNumber()).isEqualTo(number(second) + "L1");
    }

    @Test
    void theSameFileTwicePaysOnce() {
        var claim = sent();
        var file = remittance("T200", "100", paid(number(claim), "100", "25"));

        exchange.answer("t200.835", file);
        var again = exchange.answer("t200.835", file);
        var renamed = exchange.answer("t200-again.835", file);

        assertThat(again.getString("status")).isEqualTo("DUPLICATE");
        assertThat(renamed.getString("status")).isEqualTo("DUPLICATE");
        assertSaidOnce(claim, paymentId("T200", "100.00"));
    }

    @Test
    void theSamePaymentUnderOtherControlNumbersPaysOnce() {
        var claim = sent();

        exchange.answer(remittance("T300", "100", paid(number(claim), "100", "25")));
        var again = exchange.answer(remittance("T300", "100", paid(number(claim), "100", "25")));

        assertThat(again.getString("status")).isEqualTo("INTERPRETED");
        assertThat(again.getString("sets[0].outcome")).isEqualTo("DUPLICATE");
        assertSaidOnce(claim, paymentId("T300", "100.00"));
    }

    @Test
    void theSamePaymentWithOtherContentIsRefused() {
        var paid = sent();
        var other = sent();
        exchange.answer(remittance("T400", "100", paid(number(paid), "100", "25")));

        var contradiction = exchange.answer(remittance("T400", "100", paid(number(other), "100", "25")));

        assertThat(contradiction.getString("sets[0].outcome")).isEqualTo("REFUSED");
        var events = topics.awaitAbout(paymentId("T400", "100.00"), 2);
        assertThat(events.get(1))
                .isInstanceOfSatisfying(
                        RemittanceRefused.class,
                        refused -> assertThat(refused.because()).isEqualTo(RefusedBecause.SAME_PAYMENT_OTHER_CONTENT));
        assertThat(topics.heardAbout(other.claim().claimId())).hasExactlyElementsOfTypes(ClaimTransmitted.class);
    }

    @Test
    void aRemittanceOutOfBalanceIsRefusedAndNothingOfItIsPassedOn() {
        var claim = sent();

        exchange.answer(remittance("T500", "90", paid(number(claim), "100", "25")));

        assertThat(topics.awaitAbout(paymentId("T500", "90.00"), 1))
                .singleElement()
                .isInstanceOfSatisfying(RemittanceRefused.class, refused -> {
                    assertThat(refused.because()).isEqualTo(RefusedBecause.PAYMENT_OUT_OF_BALANCE);
                    assertThat(refused.expected()).isEqualTo(Money.of("100"));
                    assertThat(refused.actual()).isEqualTo(Money.of("90"));
                });
        assertThat(topics.heardAbout(claim.claim().claimId())).hasExactlyElementsOfTypes(ClaimTransmitted.class);
    }

    @Test
    void theCorrectedAccountOfARefusedPaymentIsTakenIn() {
        var claim = sent();
        exchange.answer(remittance("T600", "100", paid(number(claim), "100", "20")));

        exchange.answer(remittance("T600", "100", paid(number(claim), "100", "25")));

        assertThat(topics.awaitAbout(paymentId("T600", "100.00"), 2))
                .hasExactlyElementsOfTypes(RemittanceRefused.class, RemittanceReceived.class);
        assertThat(topics.awaitAbout(claim.claim().claimId(), 2).get(1)).isInstanceOf(ClaimRemitted.class);
    }

    @Test
    void aDecisionOnANumberThatIsNoneOfOursIsToldAboutThePayment() {
        exchange.answer(remittance("T700", "100", paid("NOTOURS1", "100", "25")));

        assertThat(topics.awaitAbout(paymentId("T700", "100.00"), 2))
                .hasExactlyElementsOfTypes(RemittanceReceived.class, StrangeClaimRemitted.class);
    }

    @Test
    void aNumberThatThePayerCutShortIsFoundByThePayersOwnNumber() {
        var claim = aReleasedClaim().build();
        var sent = exchange.send(claim);
        var number = number(claim);
        exchange.answer(PayerFiles.ack277(
                "PR",
                sent.batch(),
                "QTY*90*1~AMT*YU*125",
                PayerFiles.accepted(number, "ICN" + number.substring(0, number.length() - 1))));

        exchange.answer(remittance("T800", "100", paid(number.substring(0, number.length() - 1), "100", "25")));

        assertThat(topics.awaitAbout(claim.claim().claimId(), 3).get(2)).isInstanceOf(ClaimRemitted.class);
    }

    private void assertSaidOnce(ClaimReleased claim, UUID payment) {
        var marker = sent();
        exchange.answer(remittance("M" + number(marker), "100", paid(number(marker), "100", "25")));
        assertThat(topics.awaitAbout(marker.claim().claimId(), 2)).hasSize(2);
        assertThat(topics.awaitAbout(claim.claim().claimId(), 2))
                .hasExactlyElementsOfTypes(ClaimTransmitted.class, ClaimRemitted.class);
        assertThat(topics.awaitAbout(payment, 1)).hasExactlyElementsOfTypes(RemittanceReceived.class);
    }

    private ClaimReleased sent() {
        var claim = aReleasedClaim().build();
        assertThat(exchange.send(claim).file()).exists();
        return claim;
    }

    private static String number(ClaimReleased claim) {
        return claim.content().number().value();
    }

    private static UUID paymentId(String trace, String amount) {
        return Ids.derived("1910000001/" + trace + "/2026-11-23/" + amount);
    }
}
