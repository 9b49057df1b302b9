package io.openrcm.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.simulator.ClaimFileFixture;
import io.openrcm.simulator.PayersFixture;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerPagesTest {

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private PayersFixture payers;
    private LedgerPages pages;

    @BeforeEach
    void start() throws IOException {
        payers = new PayersFixture(folder);
        pages = new LedgerPages(payers.ledger(), 0);
        payers.sendAndSettle(
                "RIVERCH",
                ClaimFileFixture.professional().claim("E0001", "MERID", "12").claim("E0001", "MERID", "12"),
                101);
    }

    @AfterEach
    void stop() throws IOException {
        pages.close();
        payers.close();
        client.close();
    }

    @Test
    void theSummaryIsOneJsonObject() throws Exception {
        assertThat(get("/ledger/summary").body())
                .isEqualTo("{\"claims\":1,\"billedCents\":18550,\"paidCents\":11130,\"adjustedCents\":3710,"
                        + "\"patientCents\":3710,\"deniedCents\":0,\"openCents\":0,\"rejected\":0,\"denied\":0,"
                        + "\"partlyDenied\":0,\"silent\":0,\"files\":1,\"complaints\":1,\"duplicates\":1,"
                        + "\"rejections\":0,\"awaiting\":0}");
    }

    @Test
    void everyClaimIsALine() throws Exception {
        assertThat(get("/ledger/claims").body())
                .isEqualTo("{\"claim\":\"E0001\",\"partner\":\"RIVERCH\",\"payer\":\"MERID\",\"state\":\"PAID\","
                        + "\"behaviour\":\"PATIENT_SHARE\",\"timesSeen\":2,\"frequencies\":{\"1\":2},"
                        + "\"payerClaimNumbers\":[\"MERID00000100001\"],\"rejections\":0,\"duplicates\":1,"
                        + "\"billedCents\":18550,\"paidCents\":11130,\"adjustedCents\":3710,\"patientCents\":3710,"
                        + "\"deniedCents\":0,\"openCents\":0}\n");
    }

    @Test
    void complaintsAreAList() throws Exception {
        assertThat(get("/complaints").body())
                .isEqualTo("[{\"code\":\"DUPLICATE_CLAIM\",\"consequence\":\"NOTED\",\"partner\":\"RIVERCH\","
                        + "\"file\":\"000000101.837\",\"segment\":0,\"inTransaction\":0,\"segmentId\":\"CLM\","
                        + "\"loop\":\"2300\",\"element\":0,\"claim\":\"E0001\","
                        + "\"text\":\"this original was sent before and not rejected\"}]");
    }

    @Test
    void aPersonSeesTheSummaryAndTheWayToTheRest() throws Exception {
        assertThat(get("/health").body()).isEqualTo("ok");
        assertThat(get("/").body()).contains("<th>paidCents</th><td>11130</td>", "/ledger/claims", "/complaints");
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void nothingCanBeChangedFromOutside() throws Exception {
        var post = HttpRequest.newBuilder(uri("/ledger/summary"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + pages.port() + path);
    }
}
