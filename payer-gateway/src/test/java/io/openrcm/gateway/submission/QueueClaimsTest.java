package io.openrcm.gateway.submission;

import static io.openrcm.gateway.ReleasedClaimFixture.aReleasedClaim;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.delivery.Cause;
import io.openrcm.gateway.Exchange;
import io.openrcm.gateway.GatewayTest;
import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Facilities;
import io.openrcm.security.identity.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
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
                .map(event -> new ReleasedClaim(event, new Cause(UUID.randomUUID(), UUID.randomUUID())))
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

    private void inATransaction(Runnable work) {
        var _ = acting.asService(
                Facilities.ALL,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    work.run();
                    return true;
                }));
    }
}
