package io.openrcm.gateway.x12.remittance;

import static io.openrcm.gateway.x12.PartnerFile.readOne;
import static io.openrcm.gateway.x12.PartnerFile.remittance;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.payer.Adjustment;
import io.openrcm.events.payer.AdjustmentGroup;
import io.openrcm.events.payer.ProviderAdjustment;
import io.openrcm.events.payer.RemittedClaim;
import io.openrcm.events.payer.RemittedClaim.Outcome;
import io.openrcm.events.payer.RemittedLine;
import io.openrcm.gateway.x12.answer.RemittanceAdvice;
import io.openrcm.gateway.x12.answer.Unreadable;
import io.openrcm.gateway.x12.syntax.ValueFault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemittanceReaderTest {

    private static final String PAYMENT = """
            BPR*I*0*C*NON************20261120
            TRN*1*T1*1910000001
            N1*PR*MERIDIAN
            LX*1
            """;

    @Test
    void thePaymentIsRead() {
        RemittanceAdvice advice = read(RemittanceFixture.sound());

        assertThat(advice.handling()).isEqualTo("I");
        assertThat(advice.amount()).isEqualTo(Money.of("230"));
        assertThat(advice.method()).isEqualTo("ACH");
        assertThat(advice.paidOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(advice.traceNumber()).isEqualTo("EFT20261120001");
        assertThat(advice.payerTaxId()).isEqualTo("1910000001");
        assertThat(advice.producedOn()).isEqualTo(LocalDate.of(2026, 11, 19));
        assertThat(advice.payerName()).isEqualTo("MERIDIAN HEALTH PLAN");
        assertThat(advice.payerId()).isEqualTo("MERID");
        assertThat(advice.payeeNpi()).isEqualTo("1555000011");
        assertThat(advice.header().controlNumber()).isEqualTo("0001");
        assertThat(advice.header().groupControlNumber()).isEqualTo("41");
        assertThat(advice.claimsPaid()).isEqualTo(Money.of("255"));
    }

    @Test
    void providerAdjustmentsKeepTheirSignAndReference() {
        assertThat(read(RemittanceFixture.sound()).adjustments())
                .containsExactly(
                        new ProviderAdjustment("L6", "INT1", Money.of("-5")),
                        new ProviderAdjustment("WO", "LK26080100001", Money.of("30")));
    }

    @Test
    void aReversalComesBeforeItsCorrection() {
        List<RemittedClaim> claims = read(RemittanceFixture.sound()).claims();

        assertThat(claims)
                .extracting(RemittedClaim::outcome)
                .containsExactly(
                        Outcome.REVERSAL,
                        Outcome.PROCESSED_AS_PRIMARY,
                        Outcome.PROCESSED_AS_PRIMARY,
                        Outcome.PATIENT_NOT_RECOGNISED);
        assertThat(claims.getFirst().paid()).isEqualTo(Money.of("-120"));
        assertThat(claims.getFirst().patientResponsibility()).isEqualTo(Money.ZERO);
        assertThat(claims.getFirst().adjustments())
                .containsExactly(
                        new Adjustment(AdjustmentGroup.CONTRACTUAL, "45", Money.of("-50"), null),
                        new Adjustment(AdjustmentGroup.PATIENT, "2", Money.of("-30"), null));
    }

    @Test
    void aForwardedClaimNamesTheNextPayerAndKeepsAllRemarks() {
        RemittedClaim claim = read(RemittanceFixture.sound()).claims().get(2);

        assertThat(claim.crossedOverTo()).isEqualTo(new PayerId("GRANI"));
        assertThat(claim.remarks()).containsExactly("MA01", "MA18");
        assertThat(claim.payerClaimNumber()).isEqualTo("ICN102");
        assertThat(claim.patientResponsibility()).isEqualTo(Money.of("25"));
    }

    @Test
    void aLineIsReadWithWhatWasBilledAndWhatWasDecided() {
        List<RemittedLine> lines =
                read(RemittanceFixture.sound()).claims().get(2).lines();

        assertThat(lines)
                .containsExactly(
                        new RemittedLine(
                                "42-1",
                                "99214",
                                "99215",
                                "0510",
                                List.of("25", "LT"),
                                LocalDate.of(2026, 10, 15),
                                Money.of("250"),
                                Money.of("200"),
                                BigDecimal.ONE,
                                List.of(
                                        new Adjustment(AdjustmentGroup.CONTRACTUAL, "45", Money.of("20"), null),
                                        new Adjustment(AdjustmentGroup.CONTRACTUAL, "253", Money.of("10"), null),
                                        new Adjustment(
                                                AdjustmentGroup.PATIENT, "2", Money.of("20"), new BigDecimal("1.5"))),
                                List.of("N781", "M15")),
                        new RemittedLine(
                                "42-2",
                                null,
                                null,
                                "0250",
                                List.of(),
                                LocalDate.of(2026, 10, 16),
                                Money.of("50"),
                                Money.of("25"),
                                BigDecimal.ONE,
                                List.of(
                                        new Adjustment(AdjustmentGroup.CONTRACTUAL, "45", Money.of("20"), null),
                                        new Adjustment(AdjustmentGroup.PATIENT, "3", Money.of("5"), null)),
                                List.of()));
    }

    @Test
    void aClaimOfOneDayDatesItsLines() {
        RemittedLine line =
                read(RemittanceFixture.sound()).claims().get(3).lines().getFirst();

        assertThat(line.servicedOn()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(line.paidUnits()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void allSixReasonsOfAGroupAreRead() {
        RemittanceAdvice advice = read(PAYMENT + """
                CLP*LK1*1*21*0**12*ICN
                CAS*CO*1*1**2*2**3*3**4*4**5*5**6*6*9
                """);

        assertThat(advice.claims().getFirst().adjustments())
                .extracting(Adjustment::reason)
                .containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(RemittanceProof.of(advice)).isEqualTo(new RemittanceProof.Balanced());
    }

    @Test
    void remarksOfInpatientAdjudicationAreRead() {
        RemittanceAdvice advice = read(PAYMENT + """
                CLP*LK1*1*0*0**11*ICN
                MIA*0****MA07***************MA02*N1*N2*N3
                """);

        assertThat(advice.claims().getFirst().remarks()).containsExactly("MA07", "MA02", "N1", "N2", "N3");
    }

    @ParameterizedTest
    @CsvSource({
        "1, PROCESSED_AS_PRIMARY, ", "2, PROCESSED_AS_SECONDARY, ", "3, PROCESSED_AS_TERTIARY, ",
        "4, PATIENT_NOT_RECOGNISED, ", "22, REVERSAL, ", "19, PROCESSED_AS_PRIMARY, UNNAMED",
        "20, PROCESSED_AS_SECONDARY, UNNAMED", "21, PROCESSED_AS_TERTIARY, UNNAMED", "23, FORWARDED_ONLY, UNNAMED"
    })
    void theClaimStatusIsSaidInOurWords(String status, Outcome outcome, String crossedOverTo) {
        RemittedClaim claim =
                read(PAYMENT + "CLP*LK1*" + status + "*0*0**12*ICN").claims().getFirst();

        assertThat(claim.outcome()).isEqualTo(outcome);
        assertThat(claim.crossedOverTo()).isEqualTo(crossedOverTo == null ? null : new PayerId(crossedOverTo));
    }

    @Test
    void aPaymentWithoutADateIsDatedByItsProduction() {
        assertThat(read("BPR*I*0*C*NON\nTRN*1*T1*1910000001\nDTM*405*20261119").paidOn())
                .isEqualTo(LocalDate.of(2026, 11, 19));
        assertThat(read("BPR*I*0*C*NON\nTRN*1*T1*1910000001").paidOn()).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @Test
    void segmentsWeDoNotKnowArePassedOver() {
        String strange = RemittanceFixture.sound().replace("LX*1", "LX*1\nTS3*1555000011*11*20261231*1*90\nZZ9*A*B");

        assertThat(read(strange))
                .usingRecursiveComparison()
                .ignoringFields("header")
                .isEqualTo(read(RemittanceFixture.sound()));
    }

    @ParameterizedTest
    @CsvSource({
        "CLP*LK1*25*0*0**12*ICN, CLP, UNKNOWN_CODE",
        "CLP*LK1*1*1O*0**12*ICN, CLP, AMOUNT",
        "CLP*LK1*1*1.005*0**12*ICN, CLP, AMOUNT",
        "CLP*LK1*1*99999999999*0**12*ICN, CLP, AMOUNT",
        "CLP*LK1*1**0**12*ICN, CLP, MISSING",
        "CAS*CO*45*1, CAS, OUT_OF_PLACE",
        "SVC*HC:99213*1*1, SVC, OUT_OF_PLACE",
        "PLB*1555000011*20261231**5, PLB, MISSING",
        "PLB*1555000011*20261231*WO:X, PLB, MISSING",
    })
    void aRemittanceWhoseMoneyCannotBeReadIsSetAside(String segment, String name, ValueFault fault) {
        Unreadable unreadable = readOne(Unreadable.class, remittance(PAYMENT + segment));

        assertThat(unreadable.transaction()).isEqualTo("835");
        assertThat(unreadable.controlNumber()).isEqualTo("0001");
        assertThat(unreadable.segment()).isEqualTo(name);
        assertThat(unreadable.fault()).isEqualTo(fault);
        assertThat(unreadable.faultAt().segment()).isEqualTo(8);
    }

    @Test
    void anAdjustmentOfAnUnknownGroupIsNeverGuessed() {
        Unreadable unreadable = readOne(Unreadable.class, remittance(PAYMENT + "CLP*LK1*1*5*0**12*ICN\nCAS*CR*45*5"));

        assertThat(unreadable.fault()).isEqualTo(ValueFault.UNKNOWN_CODE);
    }

    @Test
    void aQuantityOfAbsurdScaleIsNotComputed() {
        Unreadable unreadable =
                readOne(Unreadable.class, remittance(PAYMENT + "CLP*LK1*1*5*0**12*ICN\nCAS*CO*45*5*1E999999999"));

        assertThat(unreadable.fault()).isEqualTo(ValueFault.NUMBER);
    }

    @Test
    void aRemittanceWithoutItsPaymentIsSetAside() {
        assertThat(readOne(Unreadable.class, remittance("TRN*1*T1*1910000001")).fault())
                .isEqualTo(ValueFault.MISSING);
    }

    private static RemittanceAdvice read(String segments) {
        return readOne(RemittanceAdvice.class, remittance(segments));
    }
}
