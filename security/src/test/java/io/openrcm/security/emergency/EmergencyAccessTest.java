package io.openrcm.security.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openrcm.security.access.Caller;
import io.openrcm.security.access.Facilities;
import io.openrcm.security.emergency.EmergencyRefused.Because;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EmergencyAccessTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Caller BILLER = person("ana", "biller");
    private static final Caller SUPERVISOR = person("bo", "supervisor");

    private final EmergencyAccess access = new EmergencyAccess(
            UUID.randomUUID(),
            BILLER,
            new EmergencyRequest("Harbor's system is down and its claims are due today", Set.of("HARBOR"), 30),
            NOON);

    @Test
    void itWidensTheFacilitiesAndNothingElseUntilItsTimeIsOver() {
        access.approve(SUPERVISOR, NOON);

        var elevated = access.elevate(BILLER, NOON.plus(Duration.ofMinutes(29)));

        assertThat(elevated.facilities()).isEqualTo(Facilities.of(List.of("HARBOR")));
        assertThat(elevated.roles()).isEqualTo(BILLER.roles());
        assertThat(elevated.emergency()).isEqualTo(access.id());
        refused(Because.NOT_UNDER_WAY, () -> access.elevate(BILLER, NOON.plus(Duration.ofMinutes(30))));
    }

    @Test
    void nobodyAgreesToTheirOwn() {
        refused(Because.OWN_REQUEST, () -> access.approve(BILLER, NOON));
        refused(Because.OWN_REQUEST, () -> access.refuse(BILLER, NOON));
    }

    @Test
    void whatNobodyAgreedToGivesNothing() {
        refused(Because.NOT_UNDER_WAY, () -> access.elevate(BILLER, NOON));
        access.refuse(SUPERVISOR, NOON);
        refused(Because.NOT_UNDER_WAY, () -> access.elevate(BILLER, NOON));
        refused(Because.WRONG_STATE, () -> access.approve(SUPERVISOR, NOON));
    }

    @Test
    void itIsOfUseToNobodyElse() {
        access.approve(SUPERVISOR, NOON);

        refused(Because.NOT_YOURS, () -> access.elevate(SUPERVISOR, NOON));
        refused(Because.NOT_YOURS, () -> access.end(SUPERVISOR, NOON));
    }

    @Test
    void givenBackItIsOver() {
        access.approve(SUPERVISOR, NOON);
        access.end(BILLER, NOON.plusSeconds(60));

        refused(Because.NOT_UNDER_WAY, () -> access.elevate(BILLER, NOON.plusSeconds(60)));
    }

    @Test
    void somebodyElseLooksAtItWhenItIsOverAndOnlyOnce() {
        access.approve(SUPERVISOR, NOON);
        var after = NOON.plus(Duration.ofHours(1));

        refused(Because.STILL_UNDER_WAY, () -> access.review(SUPERVISOR, "seen", NOON.plusSeconds(1)));
        refused(Because.OWN_REQUEST, () -> access.review(BILLER, "seen", after));
        access.review(SUPERVISOR, "Twelve claims of Harbor were sent on time.", after);
        refused(Because.WRONG_STATE, () -> access.review(SUPERVISOR, "again", after));

        assertThat(access.view().status()).isEqualTo(EmergencyStatus.REVIEWED);
        assertThat(access.view().reviewedBy()).isEqualTo("bo");
    }

    private static void refused(Because because, ThrowingCallable move) {
        assertThatThrownBy(move)
                .isInstanceOfSatisfying(
                        EmergencyRefused.class,
                        refusal -> assertThat(refusal.because()).isEqualTo(because));
    }

    private static Caller person(String name, String role) {
        return new Caller(
                Caller.Kind.PERSON,
                "id-of-" + name,
                name,
                Set.of(role),
                Facilities.of(List.of("LAKESIDE")),
                false,
                null);
    }
}
