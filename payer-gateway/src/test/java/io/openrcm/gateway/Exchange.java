package io.openrcm.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.gateway.adapter.WatchInboxes;
import io.openrcm.gateway.interchange.TransmitClaims;
import io.openrcm.gateway.reading.InterpretFiles;
import io.openrcm.gateway.rounds.Pace;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The steps of an exchange with River Clearinghouse, taken one by one; the trading partner's side is played by the test. */
@ApplicationScoped
public class Exchange {

    /** Where our claim stands in the file that carries it. */
    public record Sent(String id, String interchange, String group, String set, String batch, Path file) {}

    private static final AtomicInteger FILES = new AtomicInteger();

    private final EventTopics topics;
    private final TransmitClaims transmitClaims;
    private final WatchInboxes watchInboxes;
    private final InterpretFiles interpretFiles;
    private final Path root;

    Exchange(
            EventTopics topics,
            TransmitClaims transmitClaims,
            WatchInboxes watchInboxes,
            InterpretFiles interpretFiles,
            @ConfigProperty(name = "openrcm.exchange-root") Path root) {
        this.topics = topics;
        this.transmitClaims = transmitClaims;
        this.watchInboxes = watchInboxes;
        this.interpretFiles = interpretFiles;
        this.root = root;
    }

    /** Says that the claims are released and waits until each is queued or refused. */
    public void release(ClaimReleased... claims) {
        for (var claim : claims) {
            assertThat(topics.say(claim).partition()).isNotNull();
        }
        for (var claim : claims) {
            awaitSubmission(claim);
        }
    }

    public void awaitSubmission(ClaimReleased claim) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(submissions(claim).getList("items.attemptId", String.class))
                        .contains(claim.attemptId().toString()));
    }

    public JsonPath submissions(ClaimReleased claim) {
        return given().queryParam("claimNumber", claim.content().number().value())
                .get("/submissions")
                .jsonPath();
    }

    public String status(ClaimReleased claim) {
        return submissions(claim).getString("items[0].status");
    }

    public void transmit() {
        assertThat(transmitClaims.go()).isNotEqualTo(Pace.TROUBLED);
    }

    /** Releases, transmits and says where the first claim stands. */
    public Sent send(ClaimReleased... claims) {
        release(claims);
        transmit();
        return sent(claims[0]);
    }

    public Sent sent(ClaimReleased claim) {
        var submission = submissions(claim);
        var interchange = given().get("/interchanges/" + submission.getString("items[0].interchangeId"))
                .jsonPath();
        var set = submission.getString("items[0].setControl");
        var place = "sets.find { it.setControl == '" + set + "' }.";
        return new Sent(
                interchange.getString("id"),
                interchange.getString("controlNumber"),
                interchange.getString(place + "functionalGroup"),
                set,
                interchange.getString(place + "batchReference"),
                outbox().resolve(interchange.getString("fileName")));
    }

    public Path outbox() {
        return root.resolve("RIVERCH/outbox");
    }

    public Path inbox() {
        return root.resolve("RIVERCH/inbox");
    }

    public List<Path> outgoing() {
        try (var files = Files.list(Files.createDirectories(outbox()))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The partner takes everything that lies there. */
    public void partnerTakesAll() {
        for (var file : outgoing()) {
            try {
                var taken = Files.createDirectories(outbox().resolve("taken")).resolve(file.getFileName());
                assertThat(Files.move(file, taken, StandardCopyOption.ATOMIC_MOVE))
                        .exists();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The partner answers with a file, which is taken in and read. */
    public JsonPath answer(byte[] file) {
        return answer("answer-" + FILES.incrementAndGet() + ".x12", file);
    }

    public JsonPath answer(String name, byte[] file) {
        put(name, file);
        takeIn();
        return received(name);
    }

    public void put(String name, byte[] file) {
        try {
            var inbox = Files.createDirectories(inbox());
            var hidden = Files.write(inbox.resolve("." + name + ".tmp"), file);
            var _ = Files.move(hidden, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void takeIn() {
        assertThat(watchInboxes.go()).isNotEqualTo(Pace.TROUBLED);
        assertThat(interpretFiles.go()).isNotEqualTo(Pace.TROUBLED);
    }

    /** The latest received file of that name. */
    public JsonPath received(String name) {
        var id = given().queryParam("limit", 500)
                .get("/received-files")
                .jsonPath()
                .getString("items.find { it.name == '" + name + "' }.id");
        return given().get("/received-files/" + id).jsonPath();
    }

    public static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
