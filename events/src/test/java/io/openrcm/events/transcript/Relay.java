package io.openrcm.events.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.security.identity.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells stories to one service: it hears what others wrote, and must write exactly what stands in the story as its own. With
 * {@code -Dtranscripts.record=true} what it writes is put into the story instead, behind the step it follows from.
 */
public final class Relay {

    private static final Map<String, String> TOPICS = Map.of(
            "coding", "coding-events",
            "claims", "claim-events",
            "gateway", "payer-events",
            "followup", "followup-events");

    private static final String NEXT = "select id, headers, payload from outbox where id > ? order by id";
    private static final String ASIDE = "select count(*) from parked_message where state in ('PARKED', 'WAITING')";

    private final Performer performer;
    private long lastRow;

    private Relay(Performer performer) {
        this.performer = performer;
    }

    /** Tells one story from its beginning to its end. */
    public static void tell(Story story, Performer performer) {
        var relay = new Relay(performer);
        var _ = relay.said();
        if (Boolean.getBoolean("transcripts.record")) {
            story.write(relay.recorded(story));
        } else {
            relay.compare(story);
        }
        assertThat(relay.setAside()).as("messages set aside").isZero();
    }

    private void compare(Story story) {
        var said = new ArrayDeque<Told>();
        for (var step : story.steps()) {
            if (step.by().equals(performer.service())) {
                assertThat(said).as("said before %s", step.name()).isNotEmpty();
                assertThat(comparable(said.remove())).as(step.name()).isEqualTo(comparable(step.message()));
            } else {
                said.addAll(after(story, step));
            }
        }
        assertThat(said).as("said beyond the story").isEmpty();
    }

    private List<Step> recorded(Story story) {
        var steps = new ArrayList<Step>();
        for (var step : story.steps()) {
            if (!step.by().equals(performer.service())) {
                steps.add(step);
                after(story, step).forEach(message -> steps.add(Step.said(performer.service(), message)));
            }
        }
        return steps;
    }

    /** What the service says because of a step. */
    private List<Told> after(Story story, Step step) {
        StoryClock.set(step.at());
        if (!step.isMessage()) {
            performer.act(step);
        } else if (performer.hears().contains(step.by())) {
            var topic = TOPICS.get(step.by());
            int times = story.isToldTwice() ? 2 : 1;
            for (int i = 0; i < times; i++) {
                performer.hear(topic, step.message().delivered(step.by(), topic));
            }
        }
        return said();
    }

    private Told comparable(Told message) {
        return performer.hasNamelessCauses() ? message.causedByNobody() : message;
    }

    /** What has come into the outbox since the last look. */
    private List<Told> said() {
        try (var connection = TestDatabase.everything().getConnection();
                var select = connection.prepareStatement(NEXT)) {
            select.setLong(1, lastRow);
            var said = new ArrayList<Told>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    lastRow = rows.getLong(1);
                    said.add(Told.of(rows.getBytes(2), rows.getBytes(3)));
                }
            }
            return said;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private long setAside() {
        try (var connection = TestDatabase.everything().getConnection();
                var rows = connection.createStatement().executeQuery(ASIDE)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
