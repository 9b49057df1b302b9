package io.openrcm.followup.desk;

import static io.openrcm.followup.ClaimEventFixture.aClaim;
import static io.openrcm.followup.ClaimEventFixture.denied;
import static io.openrcm.followup.ClaimEventFixture.message;
import static io.openrcm.followup.ClaimEventFixture.paid;
import static io.openrcm.followup.ClaimEventFixture.rejected;
import static io.openrcm.followup.ClaimEventFixture.submitted;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.openrcm.events.claims.ClaimHeader;
import io.openrcm.followup.Hearing;
import io.openrcm.followup.RealServersTest;
import io.openrcm.security.identity.StoredText;
import io.openrcm.security.identity.Token;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@RealServersTest
class WorkItemResourceTest {

    @Inject
    Hearing hearing;

    @Inject
    EntityManager entities;

    @Test
    void aRejectionIsTakenNotedAndSentBackCorrected() {
        ClaimHeader claim = aClaim("taken-and-corrected");
        hearing.hear(message(1, submitted(claim)), message(2, rejected(claim)));
        String id = onlyItem(claim);

        post("billing-1", id, "leases", "{}")
                .statusCode(200)
                .body("status", equalTo("TAKEN"))
                .body("owner", equalTo("billing-1"));
        post("billing-1", id, "notes", "{\"text\":\"Member id mistyped\"}").statusCode(200);
        post("billing-1", id, "corrections", """
                        {"note":"id card checked",
                         "corrections":[{"field":"/coverages/0/memberId","value":"\\"W1\\""}]}""").statusCode(200).body("status", equalTo("WAITING"));

        assertThat(events("CorrectionRequested.v1", claim)).isEqualTo(1);
        given().get("/work-items/" + id)
                .then()
                .statusCode(200)
                .body("notes.author", everyItem(equalTo("billing-1")))
                .body("notes", hasSize(2));
    }

    @Test
    void whatPeopleWriteCanBeReadByThemAndNotInTheDatabase() throws SQLException {
        ClaimHeader claim = aClaim("written-about");
        hearing.hear(message(1, rejected(claim)));
        String id = onlyItem(claim);

        post(id, "notes", "{\"text\":\"Ms Canarywoman called\"}").statusCode(200);

        given().get("/work-items/" + id).then().body("notes[0].text", equalTo("Ms Canarywoman called"));
        assertThat(StoredText.columnsWith("Canarywoman")).isEmpty();
    }

    @Test
    void anItemThatSomebodyHoldsIsNotGivenToAnother() {
        ClaimHeader claim = aClaim("leased");
        hearing.hear(message(1, rejected(claim)));
        String id = onlyItem(claim);

        post("a", id, "leases", "{}").statusCode(200);

        post("b", id, "leases", "{}").statusCode(409).body("code", equalTo("WORK_ITEM_TAKEN"));
        giveBack(as("b"), id).statusCode(409).body("code", equalTo("WORK_ITEM_TAKEN"));
        giveBack(as("a"), id).statusCode(200);
        post("b", id, "leases", "{}").statusCode(200).body("owner", equalTo("b"));
    }

    @Test
    void aSupervisorTakesAnItemFromWhoeverHoldsIt() {
        ClaimHeader claim = aClaim("taken-from");
        hearing.hear(message(1, rejected(claim)));
        String id = onlyItem(claim);
        post("a", id, "leases", "{}").statusCode(200);

        giveBack(given().header("Authorization", Token.bearer("supervisor")), id)
                .statusCode(200)
                .body("status", equalTo("OPEN"));

        post("b", id, "leases", "{}").statusCode(200).body("owner", equalTo("b"));
    }

    @Test
    void whoActsStandsInTheTokenAndNotInTheBody() {
        ClaimHeader claim = aClaim("whoever");
        hearing.hear(message(1, rejected(claim)));

        post(onlyItem(claim), "notes", "{\"author\":\"somebody else\",\"text\":\"n\"}")
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_FIELD"))
                .body("errors[0].field", equalTo("/author"));
    }

    @Test
    void aDenialCanBeAppealedButARejectionCannot() {
        ClaimHeader denied = aClaim("appealed");
        ClaimHeader rejected = aClaim("not-appealed");
        hearing.hear(message(1, denied(denied, "50")), message(1, rejected(rejected)));
        String appeal = "{\"level\":1,\"filedOn\":\"2026-11-24\"}";

        post(onlyItem(denied), "appeals", appeal).statusCode(200).body("status", equalTo("WAITING"));
        post(onlyItem(rejected), "appeals", appeal).statusCode(422).body("code", equalTo("NO_APPEAL_RIGHTS"));

        assertThat(events("AppealFiled.v1", denied)).isEqualTo(1);
    }

    @Test
    void anAppealAfterTheDeadlineIsRefused() {
        ClaimHeader claim = aClaim("too-late");
        hearing.hear(message(1, denied(claim, "50")));

        post(onlyItem(claim), "appeals", "{\"level\":1,\"filedOn\":\"2027-03-24\"}")
                .statusCode(422)
                .body("code", equalTo("APPEAL_TOO_LATE"));
    }

    @Test
    void theSameKeyAndBodyIsDoneOnce() {
        ClaimHeader claim = aClaim("idempotent");
        hearing.hear(message(1, rejected(claim)));
        String id = onlyItem(claim);
        String body = "{\"corrections\":[]}";

        for (int i = 0; i < 2; i++) {
            given().header("Idempotency-Key", "key-" + id)
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post("/work-items/" + id + "/corrections")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("WAITING"));
        }

        assertThat(events("CorrectionRequested.v1", claim)).isEqualTo(1);
    }

    @Test
    void aStaleEditIsRefused() {
        ClaimHeader claim = aClaim("stale");
        hearing.hear(message(1, rejected(claim)));
        String id = onlyItem(claim);
        String etag = given().get("/work-items/" + id).header("ETag");
        post(id, "leases", "{}").statusCode(200);

        given().header("If-Match", etag)
                .contentType(ContentType.JSON)
                .body("{\"resolution\":\"NO_ACTION_NEEDED\",\"note\":\"n\"}")
                .post("/work-items/" + id + "/resolutions")
                .then()
                .statusCode(412)
                .body("code", equalTo("STALE_VERSION"));
    }

    @Test
    void aPaymentSettlesTheDenial() {
        ClaimHeader claim = aClaim("overturned");
        hearing.hear(message(1, denied(claim, "50")), message(2, paid(claim)));

        given().get("/work-items?claimNumber=" + claim.number())
                .then()
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("RESOLVED"))
                .body("items[0].resolution", equalTo("PAID"));
    }

    @Test
    void theListIsReadInPagesWithoutOverlap() {
        for (int i = 0; i < 5; i++) {
            hearing.hear(message(1, rejected(aClaim("page-" + i))));
        }

        for (WorkItemSort sort : WorkItemSort.values()) {
            String next = null;
            int seen = 0;
            var ids = new java.util.HashSet<String>();
            do {
                var page = given().queryParam("limit", 2)
                        .queryParam("sort", sort.name())
                        .queryParam("after", next == null ? new Object[0] : new Object[] {next})
                        .get("/work-items")
                        .then()
                        .statusCode(200)
                        .extract();
                List<String> items = page.path("items.id");
                seen += items.size();
                ids.addAll(items);
                next = page.path("next");
            } while (next != null);
            assertThat(ids).hasSize(seen).hasSizeGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void badInputNamesFieldAndRule() {
        ClaimHeader claim = aClaim("bad-input");
        hearing.hear(message(1, rejected(claim)));

        post(onlyItem(claim), "leases", "{\"minuts\":5}")
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_FIELD"))
                .body("errors[0].field", equalTo("/minuts"));
        post(onlyItem(claim), "notes", "{}")
                .statusCode(400)
                .body("errors[0].field", equalTo("/text"))
                .body("errors[0].rule", equalTo("REQUIRED"));
        post(onlyItem(claim), "notes", "{\"text\":\"n\\u0000\"}")
                .statusCode(400)
                .body("errors[0].field", equalTo("/text"))
                .body("errors[0].rule", equalTo("CHARACTER"));
        post(onlyItem(claim), "leases", "{\"minutes\":").statusCode(400).body("code", equalTo("INVALID_JSON"));
        given().get("/work-items/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("WORK_ITEM_NOT_FOUND"));
    }

    private static String onlyItem(ClaimHeader claim) {
        List<String> ids =
                given().get("/work-items?claimNumber=" + claim.number()).path("items.id");
        assertThat(ids).hasSize(1);
        return ids.getFirst();
    }

    private static RequestSpecification as(String person) {
        return given().header(
                        "Authorization",
                        "Bearer " + Token.of("denial-specialist").named(person).signed());
    }

    private static ValidatableResponse giveBack(RequestSpecification person, String id) {
        return person.delete("/work-items/" + id + "/leases").then();
    }

    private static ValidatableResponse post(String id, String act, String body) {
        return post("somebody", id, act, body);
    }

    private static ValidatableResponse post(String person, String id, String act, String body) {
        return as(person)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/work-items/" + id + "/" + act)
                .then();
    }

    /** Counted as recorded: the relay may have taken them already, so the claim's own sequence tells. */
    private long events(String type, ClaimHeader claim) {
        assertThat(type).endsWith(".v1");
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number)
                                entities.createNativeQuery("select event_seq from watched_claim where claim_id = ?1")
                                        .setParameter(1, claim.claimId().value())
                                        .getSingleResult())
                        .longValue());
    }
}
