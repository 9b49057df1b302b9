package io.openrcm.events.delivery;

import static io.openrcm.events.delivery.Tallies.anAppeal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openrcm.events.Event;
import io.openrcm.events.FacilityId;
import io.openrcm.events.Ids;
import io.openrcm.events.delivery.inbox.Received;
import io.openrcm.events.delivery.wire.Undecodable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SortingTest {

    private static final UUID CLAIM = Ids.derived("claim");
    private static final UUID OTHER = Ids.derived("other claim");

    @Test
    void theNextEventsOfEachClaimAreReadyInTheirOrder() {
        var sorting = sort(
                Map.of(CLAIM, 4L),
                new Wire().say(5, anAppeal(CLAIM, 1)).say(1, anAppeal(OTHER, 1)).say(6, anAppeal(CLAIM, 2)));

        assertThat(sorting.ready()).extracting(Message::seq).containsExactly(5L, 1L, 6L);
        assertThat(sorting.positions()).containsOnly(Map.entry(CLAIM, 6L), Map.entry(OTHER, 1L));
    }

    @Test
    void anOldEventIsDroppedAndAnEarlyOneWaits() {
        var sorting =
                sort(Map.of(CLAIM, 4L), new Wire().say(4, anAppeal(CLAIM, 1)).say(6, anAppeal(CLAIM, 2)));

        assertThat(sorting.ready()).isEmpty();
        assertThat(sorting.old()).hasSize(1);
        assertThat(sorting.waiting()).hasSize(1);
        assertThat(sorting.positions()).isEmpty();
    }

    @Test
    void everythingAfterAnEventThatCannotBeReadWaitsForIt() {
        var sorting = sort(
                Map.of(),
                new Wire()
                        .say(1, anAppeal(CLAIM, 1))
                        .say(2, "AppealWon.v1", CLAIM, "{}".getBytes(StandardCharsets.UTF_8))
                        .say(3, anAppeal(CLAIM, 3))
                        .say(1, anAppeal(OTHER, 1)));

        assertThat(sorting.ready()).extracting(Message::aggregateId).containsExactly(CLAIM, OTHER);
        assertThat(sorting.parked()).containsValue("UNKNOWN_TYPE").hasSize(1);
        assertThat(sorting.waiting()).hasSize(1);
        assertThat(sorting.positions()).containsEntry(CLAIM, 1L);
    }

    @Test
    void anEventThatCannotBeReadWaitsTooUntilItIsItsTurn() {
        var sorting = sort(Map.of(), new Wire().say(2, "AppealWon.v1", CLAIM, "{}".getBytes(StandardCharsets.UTF_8)));

        assertThat(sorting.parked()).isEmpty();
        assertThat(sorting.waiting()).hasSize(1);
    }

    @Test
    void aMessageKnowsWhatCausedWhat() {
        var message =
                sort(Map.of(), new Wire().say(1, anAppeal(CLAIM, 1))).ready().getFirst();

        assertThat(message.cause()).isEqualTo(new Cause(message.eventId(), Ids.derived(CLAIM, "correlation")));
        assertThat(message.occurredAt()).isEqualTo(Wire.NOW);
    }

    @Test
    void aMessageMayChangeRecordsOfTheFacilityItNamesAndOfNoOther() {
        var named = sort(Map.of(), new Wire().say(1, anAppeal(CLAIM, 1), "HARBOR"))
                .ready()
                .getFirst();
        var unnamed = sort(Map.of(), new Wire().say(1, anAppeal(CLAIM, 1), null))
                .ready()
                .getFirst();

        assertThatCode(() -> named.requireFacility(new FacilityId("HARBOR"))).doesNotThrowAnyException();
        for (var message : List.of(named, unnamed)) {
            assertThatExceptionOfType(Undecodable.class)
                    .isThrownBy(() -> message.requireFacility(new FacilityId("LAKESIDE")))
                    .returns("WRONG_FACILITY", Undecodable::code);
        }
    }

    @Test
    void whatNamesSomethingElseThanAFacilityIsSetAside() {
        var sorting = sort(
                Map.of(), new Wire().say(1, anAppeal(CLAIM, 1), "no facility").say(1, anAppeal(OTHER, 1), "*"));

        assertThat(sorting.ready()).isEmpty();
        assertThat(sorting.parked().values()).containsExactly("INVALID_HEADERS", "INVALID_HEADERS");
    }

    @Test
    void whatIsOfNoConcernTakesItsTurnAndIsNeverOpened() {
        var wire = new Wire()
                .say(1, "AppealWon.v1", CLAIM, "no JSON".getBytes(StandardCharsets.UTF_8))
                .say(2, anAppeal(CLAIM, 2))
                .say(2, "AppealWon.v1", OTHER, "no JSON".getBytes(StandardCharsets.UTF_8));

        var sorting = sort(Map.of(), type -> !type.equals("AppealWon.v1"), wire);

        assertThat(sorting.unheeded()).hasSize(1);
        assertThat(sorting.ready()).extracting(Message::aggregateId).containsExactly(CLAIM);
        assertThat(sorting.positions()).isEqualTo(Map.of(CLAIM, 2L));
        assertThat(sorting.waiting()).hasSize(1);
        assertThat(sorting.parked()).isEmpty();
    }

    private static Sorting<Event> sort(Map<UUID, Long> applied, Wire wire) {
        return sort(applied, every -> true, wire);
    }

    private static Sorting<Event> sort(Map<UUID, Long> applied, Predicate<String> heeded, Wire wire) {
        List<Received> messages =
                new ArrayList<>(StreamSupport.stream(wire.all().spliterator(), false)
                        .sorted((a, b) -> Long.compare(a.offset(), b.offset()))
                        .map(Received::from)
                        .toList());
        return Sorting.of(messages, 0, applied, heeded, EventCodec.standard()::open);
    }
}
