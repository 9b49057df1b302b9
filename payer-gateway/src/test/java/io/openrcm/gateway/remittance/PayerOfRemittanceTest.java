package io.openrcm.gateway.remittance;

import static io.openrcm.gateway.payer.PayerFixture.payer;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.gateway.payer.PayerProfile;
import io.openrcm.gateway.x12.answer.RemittanceAdvice;
import io.openrcm.gateway.x12.answer.SetHeader;
import io.openrcm.gateway.x12.syntax.Position;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayerOfRemittanceTest {

    private static final List<PayerProfile> PAYERS = List.of(
            payer("MERID", "Meridian Health Plan", "RIVERCH", "910000001"),
            payer("GRANI", "Granite Supplement", "RIVERCH", "910000005"),
            payer("MCARE", "Medicare", "MACJ6", "910000006"));

    @Test
    void thePayersOwnIdComesFirst() {
        assertThat(PayerOfRemittance.of(advice("GRANI", "1910000001", "MEDICARE"), "RIVERCH", PAYERS))
                .contains(new PayerId("GRANI"));
    }

    @Test
    void thenItsTaxId() {
        assertThat(PayerOfRemittance.of(advice(null, "1910000001", "MEDICARE"), "RIVERCH", PAYERS))
                .contains(new PayerId("MERID"));
    }

    @Test
    void thenItsNameInAnyCase() {
        assertThat(PayerOfRemittance.of(advice(null, "1999999999", "GRANITE SUPPLEMENT "), "RIVERCH", PAYERS))
                .contains(new PayerId("GRANI"));
    }

    @Test
    void anUnnamedPaymentFromThePartnerOfOnePayerIsThatPayers() {
        assertThat(PayerOfRemittance.of(advice(null, "1999999999", "CMS"), "MACJ6", PAYERS))
                .contains(new PayerId("MCARE"));
    }

    @Test
    void anUnnamedPaymentFromThePartnerOfSeveralIsNobodys() {
        assertThat(PayerOfRemittance.of(advice(null, "1999999999", "CMS"), "RIVERCH", PAYERS))
                .isEmpty();
    }

    private static RemittanceAdvice advice(String payerId, String taxId, String name) {
        return new RemittanceAdvice(
                new SetHeader("835", "0001", "005010X221A1", "1", null, new Position(0, 1)),
                "I",
                Money.ZERO,
                "ACH",
                LocalDate.of(2026, 11, 23),
                "T1",
                taxId,
                null,
                name,
                payerId,
                null,
                List.of(),
                List.of());
    }
}
