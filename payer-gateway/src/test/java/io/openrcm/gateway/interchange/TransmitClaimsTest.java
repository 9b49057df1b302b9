package io.openrcm.gateway.interchange;

import static io.openrcm.gateway.ReleasedClaimFixture.aReleasedClaim;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.payer.PayerEvent.ClaimTransmitted;
import io.openrcm.events.payer.PayerEvent.Refusal;
import io.openrcm.events.payer.PayerEvent.TransmissionRefused;
import io.openrcm.gateway.EventTopics;
import io.openrcm.gateway.Exchange;
import io.openrcm.gateway.GatewayTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class TransmitClaimsTest {

    @Inject
    Exchange exchange;

    @Inject
    EventTopics topics;

    @Inject
    PrepareInterchange prepareInterchange;

    @Inject
    DeliverInterchange deliverInterchange;

    @BeforeEach
    void nothingWaits() {
        exchange.transmit();
        exchange.partnerTakesAll();
    }

    @Test
    void aReleasedClaimLeavesAsAFileWithItsBytes() {
        var claim = aReleasedClaim().build();

        var sent = exchange.send(claim);

        assertThat(exchange.outgoing()).containsExactly(sent.file());
        assertThat(Exchange.text(sent.file()))
                .startsWith("ISA*00*          *00*          *ZZ*LAKESIDE       *ZZ*RIVERCH        *")
                .contains("*00501*" + sent.interchange() + "*0*T*:~")
                .contains("~CLM*" + claim.content().number() + "*125*")
                .contains("~NM1*PR*2*MERIDIAN HEALTH PLAN*****PI*MERID~")
                .endsWith("IEA*1*" + sent.interchange() + "~");
        var told =
                (ClaimTransmitted) topics.awaitAbout(claim.claim().claimId(), 1).getFirst();
        assertThat(told.attemptId()).isEqualTo(claim.attemptId());
        assertThat(told.interchange()).isEqualTo(sent.interchange());
        assertThat(exchange.status(claim)).isEqualTo("SENT");
    }

    @Test
    void theSameMessageTwiceMakesOneFile() {
        var claim = aReleasedClaim().build();
        var marker = aReleasedClaim().build();

        topics.say(topics.say(claim));
        exchange.release(marker);
        exchange.awaitSubmission(claim);
        exchange.transmit();

        assertThat(exchange.submissions(claim).getList("items")).hasSize(1);
        var clm = "~CLM*" + claim.content().number() + "*";
        assertThat(exchange.outgoing())
                .singleElement()
                .satisfies(file -> assertThat(Exchange.text(file).split(Pattern.quote(clm), -1))
                        .hasSize(2));
    }

    @Test
    void aCrashBetweenPreparingAndDeliveringSendsTheSameBytesOnce() {
        var claim = aReleasedClaim().build();
        exchange.release(claim);
        var id = prepareInterchange.prepare("RIVERCH").orElseThrow();
        assertThat(exchange.outgoing()).isEmpty();

        exchange.transmit();
        exchange.transmit();

        assertThat(exchange.outgoing()).hasSize(1);
        var kept = RestAssured.get("/interchanges/" + id + "/content").asString();
        assertThat(Exchange.text(exchange.outgoing().getFirst())).isEqualTo(kept);
        assertThat(topics.awaitAbout(claim.claim().claimId(), 1)).hasSize(1);
    }

    @Test
    void aFileThatThePartnerTookBeforeTheCrashIsNotSentAgain() throws Exception {
        var claim = aReleasedClaim().build();
        exchange.release(claim);
        var id = prepareInterchange.prepare("RIVERCH").orElseThrow();
        var bytes = RestAssured.get("/interchanges/" + id + "/content").asByteArray();
        var name = RestAssured.get("/interchanges/" + id).jsonPath().getString("fileName");
        var taken = Files.createDirectories(exchange.outbox().resolve("taken"));
        assertThat(Files.write(taken.resolve(name), bytes)).exists();

        deliverInterchange.deliver(id);

        assertThat(exchange.outgoing()).isEmpty();
        assertThat(topics.awaitAbout(claim.claim().claimId(), 1))
                .singleElement()
                .isInstanceOf(ClaimTransmitted.class);
    }

    @Test
    void twoInterchangesInTheSameInstantHaveDifferentControlNumbers() {
        var first = aReleasedClaim().build();
        var second = aReleasedClaim().build();
        exchange.release(first);
        assertThat(prepareInterchange.prepare("RIVERCH")).isPresent();
        exchange.release(second);
        assertThat(prepareInterchange.prepare("RIVERCH")).isPresent();

        exchange.transmit();

        var one = exchange.sent(first);
        var other = exchange.sent(second);
        assertThat(Long.parseLong(other.interchange())).isEqualTo(Long.parseLong(one.interchange()) + 1);
        assertThat(Long.parseLong(other.group())).isEqualTo(Long.parseLong(one.group()) + 1);
        assertThat(exchange.outgoing()).containsExactlyInAnyOrder(one.file(), other.file());
    }

    @Test
    void twoSendingsOfOneClaimNeverShareAFile() {
        var fixture = aReleasedClaim();
        var first = fixture.build();
        var again = fixture.attempt(2).build();
        exchange.release(first, again);

        exchange.transmit();
        assertThat(exchange.outgoing()).hasSize(1);
        exchange.transmit();

        assertThat(exchange.outgoing()).hasSize(2);
    }

    @Test
    void aClaimToAPayerNobodyKnowsIsRefusedAloud() {
        var claim = aReleasedClaim().to("NOBODY", "Nobody Health").build();

        exchange.release(claim);
        exchange.transmit();

        assertThat(topics.awaitAbout(claim.claim().claimId(), 1))
                .singleElement()
                .isInstanceOfSatisfying(
                        TransmissionRefused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.UNKNOWN_PAYER));
        assertThat(exchange.outgoing()).isEmpty();
        assertThat(exchange.status(claim)).isEqualTo("REFUSED");
    }

    @Test
    void aClaimWithMoreLinesThanThePayerTakesIsRefusedAloud() {
        var claim = aReleasedClaim().withLines(51).build();

        exchange.release(claim);

        assertThat(topics.awaitAbout(claim.claim().claimId(), 1))
                .singleElement()
                .isInstanceOfSatisfying(
                        TransmissionRefused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.UNSUPPORTED_BY_PAYER));
    }
}
