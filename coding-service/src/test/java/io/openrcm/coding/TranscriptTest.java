package io.openrcm.coding;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.oneOf;

import io.openrcm.events.transcript.Performer;
import io.openrcm.events.transcript.Relay;
import io.openrcm.events.transcript.Step;
import io.openrcm.events.transcript.Story;
import io.openrcm.events.transcript.StoryClock;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What coding-service says in the stories of the transcripts when the hospital sends its encounters. */
@CodingServiceTest
@TestProfile(TranscriptTest.Alone.class)
class TranscriptTest implements Performer {

    /** No message leaves, and the clock is the story's. */
    public static class Alone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("openrcm.relay.enabled", "false");
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
        return "coding";
    }

    @Override
    public Set<String> hears() {
        return Set.of();
    }

    @Override
    public void hear(String topic, ConsumerRecords<String, byte[]> message) {
        throw new IllegalStateException("coding-service listens to nobody");
    }

    @Override
    public void act(Step step) {
        if (step.by().equals("hospital")) {
            given().contentType(ContentType.JSON)
                    .body(step.json().path("body").toString())
                    .post("/encounters")
                    .then()
                    .statusCode(oneOf(200, 201));
        }
    }
}
