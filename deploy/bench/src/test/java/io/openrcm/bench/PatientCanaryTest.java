package io.openrcm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.local.LocalStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A patient like no other goes through the packaged system, and through its failures. Whoever is not entitled to know of patients (who reads
 * logs, metrics, topics, error answers or a backup) must not find this one anywhere.
 */
class PatientCanaryTest {

    private static final Path ROOT = Path.of(System.getProperty("openrcm.root", "../.."))
            .toAbsolutePath()
            .normalize();

    private static final Path HOME = ROOT.resolve("deploy/bench/target/canary");

    private static final int PORTS = 12;

    /**
     * Known by name and of no use without the rest: the hospital's own number of the visit, and what a payer calls a file; and a message
     * that somebody else sent openly.
     */
    private static final Set<String> PLAIN = Set.of(
            "claims.parked_message.payload", "coding.encounter.source_encounter_id", "gateway.received_file.name");

    private static LocalStack stack;
    private static TokenIssuer tokens;
    private static HttpClient http;
    private static CanaryStory story;
    private static Correspondence correspondence;
    private static Evidence evidence;

    @BeforeAll
    static void tellTheStory() throws Exception {
        stack = LocalStack.withoutKeycloak(ROOT, HOME, freeRow(), System.out::println);
        tokens = new TokenIssuer(stack.address("keycloak"));
        stack.start();
        http = HttpClient.newHttpClient();
        var databases = new Databases(stack);
        correspondence = new Correspondence(stack, http);
        evidence = new Evidence(stack, databases, HOME);
        story = new CanaryStory(ROOT, stack, tokens, databases, correspondence);
        story.tell();
    }

    @AfterAll
    static void stop() {
        if (http != null) {
            http.close();
        }
        stack.close();
        tokens.close();
    }

    @Test
    void everythingHasHappenedToThePatient() {
        assertThat(story.answered().values()).contains("PAID", "DENIED", "REJECTED", "ACCEPTED_BY_PAYER");
        assertThat(story.parked()).isEqualTo(2);
        assertThat(correspondence.errors()).hasSizeGreaterThan(40);
    }

    @Test
    void noLogNamesThePatient() throws IOException {
        var files = evidence.files();

        assertThat(files.keySet())
                .contains(
                        "logs/coding-service.log",
                        "logs/claims-service.log",
                        "logs/payer-gateway.log",
                        "logs/followup-service.log",
                        "logs/payer-simulator.log",
                        "logs/servers.log",
                        "data/postgres/server.log");
        assertThat(linesThatTell(files)).isEmpty();
    }

    @Test
    void noMetricAndNoThreadNamesThePatient() throws Exception {
        var said = evidence.metricsAndThreads(http);

        assertThat(said.get("coding-service metrics")).contains("http_server_requests");
        assertThat(said.get("coding-service threads")).contains("\"main\"");
        assertThat(linesThatTell(said)).isEmpty();
    }

    @Test
    void noMessageNamesThePatient() throws Exception {
        var messages = evidence.messages();

        assertThat(messages)
                .containsKeys(
                        "coding-events value", "claim-events headers", "payer-events key", "followup-events value");
        assertThat(linesThatTell(messages)).isEmpty();
    }

    @Test
    void noRefusalNamesThePatient() {
        assertThat(correspondence.errors().stream()
                        .filter(error -> !Canaries.in(error).isEmpty()))
                .isEmpty();
    }

    @Test
    void noRefusalIsKeptByWhoeverPassesItOn() {
        assertThat(correspondence.errors().stream().filter(error -> !error.startsWith("{")))
                .allMatch(error -> error.contains("cache-control=[no-store]"));
    }

    @Test
    void parkedMessagesAreShownWithoutTheirContent() throws Exception {
        var administrator = correspondence.line("claims-service", tokens.in("administrator"));

        var parked = administrator.get("/parked-messages");

        assertThat(parked.json().path("items")).hasSize(2);
        assertThat(parked.body()).contains("UNSEALABLE", "INVALID_JSON");
        assertThat(Canaries.in(parked.body())).isEmpty();
    }

    @Test
    void theDatabasesTellNothingButWhatIsKnownToBePlain() {
        assertThat(evidence.columnsThatTell()).containsExactlyInAnyOrderElementsOf(PLAIN);
    }

    private static List<String> linesThatTell(Map<String, String> texts) {
        var found = new ArrayList<String>();
        texts.forEach((name, text) -> {
            if (!Canaries.in(text).isEmpty()) {
                text.lines()
                        .filter(line -> !Canaries.in(line).isEmpty())
                        .forEach(line -> found.add(name + " has " + Canaries.in(line) + ": " + line));
            }
        });
        return found;
    }

    /** The first of as many free ports in a row as the stack needs. */
    private static int freeRow() {
        while (true) {
            int base = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            if (java.util.stream.IntStream.range(base, base + PORTS).allMatch(PatientCanaryTest::isFree)) {
                return base;
            }
        }
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
