package io.openrcm.followup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.transcript.Performer;
import io.openrcm.events.transcript.Relay;
import io.openrcm.events.transcript.Step;
import io.openrcm.events.transcript.Story;
import io.openrcm.events.transcript.StoryClock;
import io.openrcm.followup.deadline.Days;
import io.openrcm.followup.triage.ClaimEventsConsumer;
import io.openrcm.security.identity.TestDatabase;
import io.openrcm.security.identity.Token;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What followup-service says in the stories of the transcripts: to the news of claims it opens work items, and speaks only when somebody
 * works on one. A person's act has no name of its own, so the ids that follow from it are made at random.
 */
@RealServersTest
@TestProfile(TranscriptTest.Alone.class)
class TranscriptTest implements Performer {

    /** No message leaves and none comes but the story's; the clock is the story's, and days begin at its word. */
    public static class Alone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "openrcm.relay.enabled", "false",
                    "mp.messaging.incoming.claim-events.enabled", "false",
                    "openrcm.silent-claims.every", "off");
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
    Days days;

    static List<Story> stories() {
        return Story.all();
    }

    /** In each story the desk sees that story's work alone. */
    @BeforeEach
    void theDeskIsEmpty() throws SQLException {
        try (var connection = TestDatabase.everything().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate watched_claim, work_item, work_item_note");
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void itSaysExactlyWhatTheStoryTells(Story story) {
        Relay.tell(story, this);
    }

    @Override
    public String service() {
        return "followup";
    }

    @Override
    public Set<String> hears() {
        return Set.of("claims");
    }

    @Override
    public void hear(String topic, ConsumerRecords<String, byte[]> message) {
        claimEvents.consume(message);
    }

    @Override
    public void act(Step step) {
        switch (step.by()) {
            case "calendar" -> days.begin();
            case "desk" -> work(step);
            default -> {}
        }
    }

    /** Finds the one open item of the kind that the step names, and does with it what the step says, if it says so. */
    private static void work(Step step) {
        var act = step.json();
        List<String> open = given().queryParam("kind", act.path("kind").asText())
                .queryParam("status", "OPEN")
                .get("/work-items")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        assertThat(open).as("what the desk finds in %s", step.name()).hasSize(1);
        if (act.has("act")) {
            var person = Token.of("denial-specialist").named(act.path("person").asText());
            given().header("Authorization", "Bearer " + person.signed())
                    .contentType(ContentType.JSON)
                    .body(act.path("body").toString())
                    .post("/work-items/" + open.getFirst() + "/"
                            + act.path("act").asText())
                    .then()
                    .statusCode(200);
        }
    }

    @Override
    public boolean hasNamelessCauses() {
        return true;
    }
}
