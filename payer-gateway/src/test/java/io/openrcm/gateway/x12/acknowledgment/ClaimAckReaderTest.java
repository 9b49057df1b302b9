package io.openrcm.gateway.x12.acknowledgment;

import static io.openrcm.gateway.x12.PartnerFile.claimAck;
import static io.openrcm.gateway.x12.PartnerFile.readOne;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.Money;
import io.openrcm.gateway.x12.answer.ClaimAck;
import io.openrcm.gateway.x12.answer.ClaimAck.Action;
import io.openrcm.gateway.x12.answer.ClaimAck.Batch;
import io.openrcm.gateway.x12.answer.ClaimAck.ClaimStatus;
import io.openrcm.gateway.x12.answer.ClaimAck.LineStatus;
import io.openrcm.gateway.x12.answer.ClaimAck.Oddity;
import io.openrcm.gateway.x12.answer.ClaimAck.Status;
import io.openrcm.gateway.x12.answer.ClaimAck.StatusCode;
import io.openrcm.gateway.x12.answer.Unreadable;
import io.openrcm.gateway.x12.syntax.ValueFault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimAckReaderTest {

    private static final String ONE_OF_TWO = AcknowledgmentFixture.ONE_OF_TWO_CLAIMS;

    @Test
    void theBatchIsFoundByOurReferenceAndItsTotalsAgree() {
        ClaimAck ack = read(ONE_OF_TWO);

        assertThat(ack.issuer())
                .isEqualTo(new ClaimAck.Issuer(ClaimAck.Issuer.Kind.PAYER, "MERIDIAN HEALTH PLAN", "MERID"));
        assertThat(ack.trace()).isEqualTo("TRACE0001");
        assertThat(ack.findings()).isEmpty();
        Batch batch = ack.batches().getFirst();
        assertThat(batch.reference()).isEqualTo("BATCH000001");
        assertThat(batch.refusal()).isNull();
        assertThat(batch.totals()).isEqualTo(new ClaimAck.Totals(1, 1, Money.of("185.50"), Money.of("200")));
    }

    @Test
    void anAcceptedClaimBringsThePayersNumber() {
        ClaimStatus claim = read(ONE_OF_TWO).batches().getFirst().claims().getFirst();

        assertThat(claim)
                .isEqualTo(new ClaimStatus(
                        "LK26110100071",
                        List.of(new Status(
                                Action.ACCEPT, Money.of("185.50"), List.of(new StatusCode("A2", "20", "PR")))),
                        "PAYERICN1",
                        "CH0000123",
                        List.of()));
        assertThat(claim.isAcceptedForAdjudication()).isTrue();
    }

    @Test
    void aRejectedClaimBringsAllItsCodesAndThoseOfItsLines() {
        ClaimStatus claim = read(ONE_OF_TWO).batches().getFirst().claims().getLast();

        assertThat(claim.isRejected()).isTrue();
        assertThat(claim.statuses())
                .containsExactly(new Status(
                        Action.REJECT,
                        Money.of("200"),
                        List.of(new StatusCode("A7", "562", "85"), new StatusCode("A7", "164", null))));
        assertThat(claim.lines())
                .containsExactly(
                        new LineStatus(
                                "42-1",
                                List.of(new Status(Action.REJECT, null, List.of(new StatusCode("A7", "454", null))))),
                        new LineStatus("42-2", List.of()));
    }

    @Test
    void aRejectedLineRejectsItsClaim() {
        ClaimAck ack =
                read(ONE_OF_TWO.replace("STC*A7:562:85*20261123*U*200******A7:164", "STC*A2:20*20261123*WQ*200"));

        assertThat(ack.batches().getFirst().claims().getLast().isRejected()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"A0", "A1"})
    void forwardedOrReceivedIsNotYetAccepted(String category) {
        ClaimStatus claim = read(ONE_OF_TWO.replace("A2:20:PR", category + ":20:PR"))
                .batches()
                .getFirst()
                .claims()
                .getFirst();

        assertThat(claim.isRejected()).isFalse();
        assertThat(claim.isAcceptedForAdjudication()).isFalse();
    }

    @Test
    void aRejectingCategoryUnderAnAcceptingActionIsTakenAsRejected() {
        ClaimAck ack = read(ONE_OF_TWO.replace("STC*A7:562:85*20261123*U", "STC*A7:562:85*20261123*WQ"));

        assertThat(ack.batches().getFirst().claims().getLast().isRejected()).isTrue();
        assertThat(ack.findings())
                .extracting(ClaimAck.Finding::oddity)
                .containsExactly(Oddity.ACCEPTED_WITH_REJECTING_CATEGORY);
    }

    @Test
    void aWholeBatchCanBeRefusedWithoutNamingItsClaims() {
        ClaimAck ack = read("""
                BHT*0085*08*277X2140002*20261124*0405*TH
                HL*1**20*1
                NM1*AY*2*RIVER CLEARINGHOUSE*****46*RIVERCH
                TRN*1*TRACE0002
                HL*2*1*21*0
                NM1*41*2*LAKESIDE MEDICAL CENTER*****46*LAKESIDE
                TRN*2*BATCH000002
                STC*A3:24:41**U
                QTY*AA*3
                AMT*YY*800
                """);

        assertThat(ack.issuer().kind()).isEqualTo(ClaimAck.Issuer.Kind.CLEARINGHOUSE);
        assertThat(ack.findings()).isEmpty();
        Batch batch = ack.batches().getFirst();
        assertThat(batch.refusal())
                .isEqualTo(new Status(Action.REJECT, null, List.of(new StatusCode("A3", "24", "41"))));
        assertThat(batch.totals()).isEqualTo(new ClaimAck.Totals(null, 3, null, Money.of("800")));
        assertThat(batch.claims()).isEmpty();
    }

    @Test
    void aBillingProviderCanBeRefusedWithAllItsClaims() {
        ClaimAck ack = read(ONE_OF_TWO.replace(
                "NM1*85*2*LAKESIDE MEDICAL CENTER*****XX*1555000011",
                "NM1*85*2*LAKESIDE MEDICAL CENTER*****XX*1555000011\nTRN*1*0\nSTC*A8:496:85**U*385.5"));

        assertThat(ack.batches().getFirst().providerRefusals())
                .containsExactly(new ClaimAck.ProviderRefusal(
                        "1555000011",
                        new Status(Action.REJECT, Money.of("385.50"), List.of(new StatusCode("A8", "496", "85")))));
    }

    @Test
    void whatTheGuideForbidsIsNoticed() {
        assertThat(oddities(ONE_OF_TWO.replace("A2:20:PR", "F1:20:PR"))).containsExactly(Oddity.FOREIGN_CATEGORY);
        assertThat(oddities(ONE_OF_TWO.replace("TRN*2*LK26110100071\n", "")))
                .containsExactly(Oddity.CLAIM_WITHOUT_NUMBER);
        assertThat(oddities(ONE_OF_TWO.replace("QTY*90*1", "QTY*90*2"))).containsExactly(Oddity.TOTALS_DIFFER);
    }

    @Test
    void anAnswerOfAnUnknownKindIsSetAside() {
        assertThat(readOne(Unreadable.class, claimAck(ONE_OF_TWO.replace("*WQ*185.5", "*ZZ*185.5")))
                        .fault())
                .isEqualTo(ValueFault.UNKNOWN_CODE);
        assertThat(readOne(Unreadable.class, claimAck(ONE_OF_TWO.replace("HL*4*3*PT", "HL*4*3*99")))
                        .fault())
                .isEqualTo(ValueFault.UNKNOWN_CODE);
    }

    private static List<Oddity> oddities(String segments) {
        return read(segments).findings().stream().map(ClaimAck.Finding::oddity).toList();
    }

    private static ClaimAck read(String segments) {
        return readOne(ClaimAck.class, claimAck(segments));
    }
}
