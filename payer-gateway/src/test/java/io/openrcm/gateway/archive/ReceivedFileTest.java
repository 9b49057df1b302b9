package io.openrcm.gateway.archive;

import static io.openrcm.gateway.PayerFiles.paid;
import static io.openrcm.gateway.PayerFiles.remittance;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openrcm.gateway.Exchange;
import io.openrcm.gateway.GatewayTest;
import io.openrcm.gateway.PayerFiles;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@GatewayTest
class ReceivedFileTest {

    @Inject
    Exchange exchange;

    @Test
    void aBrokenFileIsQuarantinedWithThePlaceOfTheFault() {
        var text = new String(remittance("B1", "100", paid("NOTOURS1", "100", "25")), StandardCharsets.US_ASCII);
        var fault = text.indexOf("ST*835");

        var received = exchange.answer(bytes(text.replace("ST*835", "?T*835")));

        assertThat(received.getString("status")).isEqualTo("QUARANTINED");
        assertThat(received.getString("error.code")).isEqualTo("SEGMENT_NAME");
        assertThat(received.getInt("error.atByte")).isEqualTo(fault);
        assertThat(received.getInt("error.atSegment")).isEqualTo(3);
    }

    @Test
    void aFileWithAWrongSegmentCountIsQuarantinedAsAWhole() {
        var text = new String(remittance("B2", "100", paid("NOTOURS1", "100", "25")), StandardCharsets.US_ASCII);

        var received = exchange.answer(bytes(text.replaceFirst("SE\\*\\d+", "SE*7")));

        assertThat(received.getString("status")).isEqualTo("QUARANTINED");
        assertThat(received.getString("error.code")).isEqualTo("SEGMENT_COUNT");
        assertThat(received.getList("sets")).isEmpty();
    }

    @Test
    void aPartialFileWaitsForItsEnd() throws Exception {
        var whole = remittance("P1", "100", paid("NOTOURS1", "100", "25"));
        var file = exchange.inbox().resolve("growing.835");
        exchange.put("growing.835", Arrays.copyOf(whole, whole.length / 2));
        exchange.takeIn();
        assertThat(exchange.received("growing.835").getString("id")).isNull();

        assertThat(Files.write(file, whole)).exists();
        exchange.takeIn();

        assertThat(exchange.received("growing.835").getString("status")).isEqualTo("INTERPRETED");
        assertThat(exchange.inbox().resolve("taken/growing.835")).exists();
    }

    @Test
    void aFileThatStaysWithoutItsEndIsQuarantinedAndTakenInWhenTheEndComesAfterAll() throws Exception {
        var whole = remittance("P2", "100", paid("NOTOURS1", "100", "25"));
        exchange.put("cut.835", Arrays.copyOf(whole, whole.length - 20));

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            exchange.takeIn();
            assertThat(exchange.received("cut.835").getString("error.code")).isEqualTo("INCOMPLETE_FILE");
        });

        assertThat(Files.write(exchange.inbox().resolve("cut.835"), whole)).exists();
        exchange.takeIn();
        assertThat(exchange.received("cut.835").getString("status")).isEqualTo("INTERPRETED");
    }

    @Test
    void theSameNumbersWithOtherContentAreQuarantined() {
        var first = remittance("N1", "100", paid("NOTOURS1", "100", "25"));
        exchange.answer(first);

        var other =
                exchange.answer(bytes(new String(first, StandardCharsets.US_ASCII).replace("NOTOURS1", "NOTOURS2")));

        assertThat(other.getString("status")).isEqualTo("QUARANTINED");
        assertThat(other.getString("error.code")).isEqualTo("SAME_NUMBERS_OTHER_CONTENT");
    }

    @Test
    void aRemittanceOfAnUnknownPayerIsTakenInAfterThePayerWasMadeKnown() {
        var text = new String(remittance("U1", "100", paid("NOTOURS1", "100", "25")), StandardCharsets.US_ASCII);
        var received = exchange.answer(bytes(text.replace("1910000001", "1777777777")
                .replace("*XV*MERID", "*XV*NEWPAYER")
                .replace("MERIDIAN HEALTH PLAN", "NEW PAYER")));
        assertThat(received.getString("error.code")).isEqualTo("UNKNOWN_PAYER");

        given().contentType("application/json")
                .body("""
                        {"name": "New Payer", "tradingPartner": "RIVERCH", "capabilities": {"institutional": true, "professional": true,
                         "replacement": true, "voiding": true, "secondary": true, "institutionalLines": 999, "professionalLines": 50}}""")
                .put("/payers/NEWPAYER")
                .then()
                .statusCode(200);
        var retried = given().post("/received-files/" + received.getString("id") + "/retries");
        exchange.takeIn();

        assertThat(retried.statusCode()).isEqualTo(202);
        assertThat(again(received.getString("id")).getString("status")).isEqualTo("INTERPRETED");
        assertThat(again(received.getString("id")).getString("sets[0].outcome")).isEqualTo("APPLIED");
    }

    @Test
    void aTransactionSetThatWeDoNotTakeIsKeptAsUnsupported() {
        var received = exchange.answer(
                PayerFiles.group("HB", "005010X279A1", "271", "005010X279A1", List.of("BHT*0022*11*1*20261123*0930")));

        assertThat(received.getString("status")).isEqualTo("UNSUPPORTED");
        assertThat(received.getList("types")).containsExactly("271");
    }

    @Test
    void whatWeDoNotTakeIsNeverCalledADuplicate() {
        var first =
                PayerFiles.group("HB", "005010X279A1", "271", "005010X279A1", List.of("BHT*0022*11*1*20261123*0930"));
        exchange.answer(first);

        var again = exchange.answer(bytes(new String(first, StandardCharsets.US_ASCII).replace("*0022*", "*0023*")));

        assertThat(again.getString("status")).isEqualTo("UNSUPPORTED");
    }

    @Test
    void whatIsNoFileOrNotFinishedIsNotRead() throws Exception {
        var inbox = Files.createDirectories(exchange.inbox());
        var outside = Files.createTempFile("outside", ".835");
        assertThat(Files.write(outside, remittance("L1", "100", paid("NOTOURS1", "100", "25"))))
                .exists();
        assertThat(Files.createSymbolicLink(inbox.resolve("link.835"), outside)).exists();
        assertThat(Files.write(inbox.resolve("writing.part"), bytes("ISA*"))).exists();
        assertThat(Files.createDirectories(inbox.resolve("folder.835"))).exists();

        exchange.takeIn();

        for (var name : List.of("link.835", "writing.part", "folder.835")) {
            assertThat(exchange.received(name).getString("id")).isNull();
            assertThat(inbox.resolve(name)).exists();
            Files.delete(inbox.resolve(name));
        }
    }

    @Test
    void aPushedFileGoesTheSameWayAndComesBackByteForByte() {
        var file = remittance("R1", "100", paid("NOTOURS1", "100", "25"));

        var created = given().contentType("application/edi-x12")
                .header("File-Name", "pushed.835")
                .body(file)
                .post("/trading-partners/RIVERCH/files");
        exchange.takeIn();

        assertThat(created.statusCode()).isEqualTo(201);
        var id = created.jsonPath().getString("id");
        assertThat(created.header("Location")).endsWith("/received-files/" + id);
        assertThat(again(id).getString("status")).isEqualTo("INTERPRETED");
        assertThat(given().get("/received-files/" + id + "/content").asByteArray())
                .isEqualTo(file);
        assertThat(given().queryParam("type", "835")
                        .queryParam("tradingPartner", "RIVERCH")
                        .queryParam("status", "INTERPRETED")
                        .get("/received-files")
                        .jsonPath()
                        .getList("items.id"))
                .contains(id);
    }

    @Test
    void onlyAQuarantinedFileCanBeTriedAgain() {
        var received = exchange.answer(remittance("Q1", "100", paid("NOTOURS1", "100", "25")));

        var refused = given().post("/received-files/" + received.getString("id") + "/retries");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("NOT_QUARANTINED");
    }

    private static JsonPath again(String id) {
        return given().get("/received-files/" + id).jsonPath();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
