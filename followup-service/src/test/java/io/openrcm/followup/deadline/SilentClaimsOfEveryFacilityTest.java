package io.openrcm.followup.deadline;

import static io.openrcm.followup.ClaimEventFixture.aClaim;
import static io.openrcm.followup.ClaimEventFixture.message;
import static io.openrcm.followup.ClaimEventFixture.submitted;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;

import io.openrcm.events.claims.ClaimEvent.ClaimSubmitted;
import io.openrcm.followup.Hearing;
import io.openrcm.followup.RealServersTest;
import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Facilities;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@RealServersTest
class SilentClaimsOfEveryFacilityTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 2);

    @Inject
    Hearing hearing;

    @Inject
    Days days;

    @Inject
    Acting acting;

    @Test
    void aDayBeginsForTheClaimsOfEveryFacilityWhoeverStartsIt() {
        var claim = aClaim("long-silent");
        var filed = submitted(claim);
        hearing.hear(message(1, new ClaimSubmitted(claim, filed.attemptId(), filed.transmittedAt(), LONG_AGO)));

        var _ = acting.asService(Facilities.NONE, () -> {
            days.begin();
            return true;
        });

        given().queryParam("claimNumber", claim.number().value())
                .get("/work-items")
                .then()
                .body("items.kind", hasItem("NO_RESPONSE"));
    }
}
