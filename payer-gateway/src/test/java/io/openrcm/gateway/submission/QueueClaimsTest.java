package io.openrcm.gateway.submission;

import static io.openrcm.gateway.ReleasedClaimFixture.aReleasedClaim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openrcm.events.FacilityId;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.delivery.Message;
import io.openrcm.events.delivery.inbox.Fault;
import io.openrcm.gateway.Exchange;
import io.openrcm.gateway.GatewayTest;
import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Facilities;
import io.openrcm.security.identity.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

@GatewayTest
class QueueClaimsTest {

    private static final int CLAIMS = 20;

    @Inject
    QueueClaims queueClaims;

    @Inject
    Submissions submissions;

    @Inject
    Exchange exchange;

    @Inject
    Acting acting;

    @Inject
    SessionFactory sessions;

    @Test
    void manyClaimsTakeNoMoreStatementsThanFew() {
        var released = Stream.generate(() -> aReleasedClaim().build())
                .limit(CLAIMS)
                .map(event -> released(event, "LAKESIDE"))
                .toList();
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        long before = statistics.getPrepareStatementCount();

        inATransaction(() -> queueClaims.queue(released));

        assertThat(statistics.getPrepareStatementCount() - before).isBetween(1L, CLAIMS - 1L);
        statistics.setStatisticsEnabled(false);
    }

    @Test
    void aSendingThatWasLoadedBeforeItsLabelCameDoesNotTakeItBack() {
        var claim = aReleasedClaim().build();
        exchange.release(claim);
        var attempt = claim.attemptId().value();

        inATransaction(() -> {
            var loaded = submissions.findById(attempt);
            inATransaction(
                    () -> submissions.putUnderPart2(claim.claim().claimId().value()));
            assertThat(loaded.passOver()).isTrue();
        });

        assertThat(TestDatabase.column(
                        "select missing_in_answer and part2 from submission where attempt_id = '" + attempt + "'"))
                .containsExactly("t");
    }

    @Test
    void aClaimIsQueuedInTheNameOfItsOwnFacilityOnly() {
        var honest = aReleasedClaim().of("HARBOR").build();
        var known = aReleasedClaim().of("LAKESIDE");
        exchange.release(known.build());
        var moved = known.of("HARBOR").attempt(2).build();

        for (var forged : List.of(
                released(aReleasedClaim().of("LAKESIDE").build(), "HARBOR"),
                released(moved, "HARBOR"),
                released(moved, "LAKESIDE"))) {
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() ->
                            inATransaction(() -> queueClaims.queue(List.of(released(honest, "HARBOR"), forged))))
                    .satisfies(refused -> assertThat(Fault.code(refused)).isEqualTo("WRONG_FACILITY"));
        }
    }

    @Test
    void aClaimIsNotQueuedUnderTheIdOfAnotherClaimsSending() {
        var next = aReleasedClaim().build();
        var claim = aReleasedClaim().build();
        var forged = new ClaimReleased(claim.claim(), next.attemptId(), claim.attempt(), claim.content());

        assertNotQueued(forged, "the attempt id belongs to another sending");
    }

    @Test
    void aClaimIsNotQueuedUnderANumberThatIsNotItsOwn() {
        var other = aReleasedClaim().build();
        var claim = aReleasedClaim().build();
        var forged = new ClaimReleased(claim.claim(), claim.attemptId(), claim.attempt(), other.content());

        assertNotQueued(forged, "the claim number belongs to another claim");
    }

    private void assertNotQueued(ClaimReleased forged, String because) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> inATransaction(() -> queueClaims.queue(List.of(released(forged, "LAKESIDE")))))
                .withMessage(because);
    }

    private static ReleasedClaim released(ClaimReleased event, String facility) {
        return new ReleasedClaim(new Message<>(
                UUID.randomUUID(),
                event.aggregateId(),
                1,
                UUID.randomUUID(),
                Instant.EPOCH,
                new FacilityId(facility),
                event));
    }

    private void inATransaction(Runnable work) {
        var _ = acting.asService(
                Facilities.ALL,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    work.run();
                    return true;
                }));
    }
}
