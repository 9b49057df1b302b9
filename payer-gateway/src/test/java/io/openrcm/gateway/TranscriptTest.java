package io.openrcm.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.transcript.Performer;
import io.openrcm.events.transcript.Relay;
import io.openrcm.events.transcript.Step;
import io.openrcm.events.transcript.Story;
import io.openrcm.events.transcript.StoryClock;
import io.openrcm.gateway.interchange.TransmitClaims;
import io.openrcm.gateway.reading.InterpretFiles;
import io.openrcm.gateway.rounds.Pace;
import io.openrcm.gateway.rounds.Round;
import io.openrcm.gateway.submission.ClaimEventsConsumer;
import io.openrcm.security.identity.TestDatabase;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What payer-gateway says in the stories of the transcripts: to released claims, and to the files of a trading partner. */
@GatewayTest
@TestProfile(TranscriptTest.Alone.class)
class TranscriptTest implements Performer {

    /** No message leaves and none comes but the story's; the clock is the story's. */
    public static class Alone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("openrcm.relay.enabled", "false", "mp.messaging.incoming.claim-events.enabled", "false");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(StoryTime.class);
        }
    }

    /** The story's clock in the place of the wall's. */
    @Alternative
    public static class StoryTime {
        @Produces
        @Singleton
        Clock clock() {
            return new StoryClock();
        }
    }

    @Inject
    ClaimEventsConsumer claimEvents;

    @Inject
    TransmitClaims transmitClaims;

    @Inject
    InterpretFiles interpretFiles;

    @ConfigProperty(name = "openrcm.exchange-root")
    Path exchange;

    static List<Story> stories() {
        return Story.all();
    }

    /** Each story begins with the first interchange of all. */
    @BeforeEach
    void nothingWasEverSent() throws SQLException, IOException {
        try (var connection = TestDatabase.everything().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate claim_exchange, interchange, submission, received_file, remittance cascade");
            statement.execute("update control_number set last_interchange = 0, last_group = 0");
        }
        if (Files.exists(exchange)) {
            try (var files = Files.walk(exchange)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void itSaysExactlyWhatTheStoryTells(Story story) {
        Relay.tell(story, this);
    }

    @Override
    public String service() {
        return "gateway";
    }

    @Override
    public Set<String> hears() {
        return Set.of("claims");
    }

    @Override
    public void hear(String topic, ConsumerRecords<String, byte[]> message) {
        claimEvents.consume(message);
        goRound(transmitClaims);
    }

    /** River Clearinghouse hands over a file. */
    @Override
    public void act(Step step) {
        if (step.by().equals("payer")) {
            given().header("File-Name", step.name())
                    .contentType("application/octet-stream")
                    .body(step.text().getBytes(StandardCharsets.US_ASCII))
                    .post("/trading-partners/RIVERCH/files")
                    .then()
                    .statusCode(201);
            goRound(interpretFiles);
        }
    }

    private static void goRound(Round round) {
        Pace pace;
        do {
            pace = round.go();
            assertThat(pace).isNotEqualTo(Pace.TROUBLED);
        } while (pace == Pace.MORE);
    }
}
