package io.openrcm.claims;

import static io.restassured.RestAssured.given;

import io.openrcm.claims.intake.CodingEventsConsumer;
import io.openrcm.claims.intake.FollowUpEventsConsumer;
import io.openrcm.claims.intake.PayerEventsConsumer;
import io.openrcm.claims.life.WithRealServers;
import io.openrcm.events.transcript.Performer;
import io.openrcm.events.transcript.Relay;
import io.openrcm.events.transcript.Step;
import io.openrcm.events.transcript.Story;
import io.openrcm.events.transcript.StoryClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What claims-service says in the stories of the transcripts, when it hears what the other services say there. */
@QuarkusTest
@WithRealServers
@TestProfile(TranscriptTest.Alone.class)
class TranscriptTest implements Performer {

    /** No message leaves and none comes but the story's; the clock is the story's. */
    public static class Alone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "openrcm.relay.enabled", "false",
                    "mp.messaging.incoming.coding-events.enabled", "false",
                    "mp.messaging.incoming.payer-events.enabled", "false",
                    "mp.messaging.incoming.followup-events.enabled", "false");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(StoryTime.class);
        }
    }

    /** The story's clock in the place of the one that stands still. */
    @Alternative
    public static class StoryTime {
        @Produces
        @Singleton
        Clock clock() {
            return new StoryClock();
        }
    }

    @Inject
    CodingEventsConsumer codingEvents;

    @Inject
    PayerEventsConsumer payerEvents;

    @Inject
    FollowUpEventsConsumer followUpEvents;

    static List<Story> stories() {
        return Story.all();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void itSaysExactlyWhatTheStoryTells(Story story) {
        Relay.tell(story, this);
    }

    @Override
    public String service() {
        return "claims";
    }

    @Override
    public Set<String> hears() {
        return Set.of("coding", "gateway", "followup");
    }

    @Override
    public void hear(String topic, ConsumerRecords<String, byte[]> message) {
        switch (topic) {
            case "coding-events" -> codingEvents.consume(message);
            case "payer-events" -> payerEvents.consume(message);
            case "followup-events" -> followUpEvents.consume(message);
            default -> throw new IllegalArgumentException(topic);
        }
    }

    @Override
    public void act(Step step) {
        if (step.by().equals("biller")) {
            var claim = "/claims/" + step.json().path("claimNumber").asText();
            var seen = given().get(claim).then().statusCode(200).extract().header("ETag");
            given().header("If-Match", seen)
                    .contentType(ContentType.JSON)
                    .body(step.json().path("body").toString())
                    .post(claim + "/corrections")
                    .then()
                    .statusCode(200);
        }
    }
}
