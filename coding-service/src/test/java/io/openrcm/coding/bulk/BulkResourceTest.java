package io.openrcm.coding.bulk;

import static io.openrcm.coding.EncounterFixture.aNewEncounter;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrcm.coding.CodingEvents;
import io.openrcm.coding.CodingServiceTest;
import io.openrcm.coding.EncounterFixture;
import io.openrcm.security.identity.Token;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@CodingServiceTest
class BulkResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/encounters/bulk")
    URI bulk;

    @Test
    void theSameFileTwiceMakesEachEncounterOnce() throws Exception {
        List<String> lines =
                Stream.generate(() -> aNewEncounter().json()).limit(450).toList();

        List<JsonNode> first = send(lines);
        List<JsonNode> second = send(lines);

        assertThat(first).hasSize(450).allMatch(result -> result.get("status").asInt() == 201);
        assertThat(second).hasSize(450).allMatch(result -> result.get("status").asInt() == 200);
        assertThat(ids(second)).isEqualTo(ids(first)).doesNotHaveDuplicates();
        assertThat(ids(first))
                .allSatisfy(id -> assertThat(CodingEvents.await(id, 1)).hasSize(1));
        assertThat(CodingEvents.soFar(ids(first).getLast())).hasSize(1);
    }

    @Test
    void aBadLineHarmsNoOther() throws Exception {
        var twice = aNewEncounter();
        List<String> lines = List.of(
                aNewEncounter().json(),
                "{\"facility\": oops",
                aNewEncounter().with("/providers/0/npi", "1234567890").json(),
                "x".repeat((1 << 20) + 1),
                twice.json(),
                twice.json(),
                twice.with("/charges/0/amount", "1.00").json(),
                twice.version(2).json(),
                "[]",
                aNewEncounter().json());

        List<JsonNode> results = send(lines);

        assertThat(results)
                .extracting(result -> result.get("status").asInt())
                .containsExactly(201, 400, 422, 400, 201, 200, 409, 200, 422, 201);
        assertThat(results)
                .extracting(result -> result.get("line").asInt())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(results.get(2).at("/errors/0/field").asText()).isEqualTo("/providers/0/npi");
        assertThat(results.get(3).get("code").asText()).isEqualTo("LINE_TOO_LONG");
        assertThat(results.get(6).get("code").asText()).isEqualTo("ENCOUNTER_VERSION_CONFLICT");
        assertThat(CodingEvents.await(results.get(4).get("id").asText(), 2))
                .extracting(CodingEvents.Said::seq)
                .containsExactly(1L, 2L);
    }

    @Test
    void twoStreamsWithTheSameEncountersMakeEachOnce() {
        List<EncounterFixture> encounters =
                Stream.generate(EncounterFixture::aNewEncounter).limit(300).toList();
        List<String> lines = encounters.stream().map(EncounterFixture::json).toList();

        List<List<JsonNode>> answers = Stream.of(lines, lines.reversed())
                .parallel()
                .map(this::sendUnchecked)
                .toList();

        List<Integer> statuses = answers.stream()
                .flatMap(List::stream)
                .map(result -> result.get("status").asInt())
                .toList();
        assertThat(statuses).hasSize(600).containsOnly(200, 201);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(300);
    }

    @Test
    void aStreamIsLongerThanAnySingleBodyMayBe() throws Exception {
        String note = "Synthetic words. ".repeat(1100);
        List<String> lines = Stream.generate(
                        () -> aNewEncounter().with("/notes/0/text", note).json())
                .limit(700)
                .toList();
        assertThat(String.join("\n", lines).length()).isGreaterThan(12 << 20);

        assertThat(send(lines))
                .hasSize(700)
                .allMatch(result -> result.get("status").asInt() == 201);
    }

    @Test
    void anEmptyStreamHasAnEmptyAnswer() throws Exception {
        assertThat(send(List.of())).isEmpty();
    }

    @Test
    void aStreamOfAnotherKindIsRefused() {
        given().contentType("application/json")
                .body(aNewEncounter().json())
                .post("/encounters/bulk")
                .then()
                .statusCode(415)
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    }

    private List<JsonNode> sendUnchecked(List<String> lines) {
        try {
            return send(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anotherHospitalsLineIsRefusedAndHarmsNoOther() throws Exception {
        List<String> lines = List.of(
                aNewEncounter().json(),
                aNewEncounter().with("/facility", "HARBOR").json(),
                aNewEncounter().json());

        List<JsonNode> results = send(lines, Token.of("hospital-system").at("LAKESIDE"));

        assertThat(results).extracting(result -> result.get("status").asInt()).containsExactly(201, 403, 201);
        assertThat(results.get(1).get("code").asText()).isEqualTo("FACILITY_NOT_YOURS");
        assertThat(results.get(1).at("/errors/0/field").asText()).isEqualTo("/facility");
        given().get("/encounters/" + results.get(1).get("id").asText()).then().statusCode(404);
    }

    private List<JsonNode> send(List<String> lines) throws IOException, InterruptedException {
        return send(lines, Token.of("hospital-system"));
    }

    private List<JsonNode> send(List<String> lines, Token hospital) throws IOException, InterruptedException {
        byte[] body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(bulk)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/x-ndjson")
                .header("Authorization", "Bearer " + hospital.signed())
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, BodyHandlers.ofLines());
            assertThat(response.statusCode()).isEqualTo(200);
            List<JsonNode> results = new ArrayList<>();
            for (String line : response.body().toList()) {
                results.add(JSON.readTree(line));
            }
            return results;
        }
    }

    private static List<String> ids(List<JsonNode> results) {
        return results.stream()
                .map(result -> UUID.fromString(result.get("id").asText()).toString())
                .toList();
    }
}
