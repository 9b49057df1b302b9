package io.openrcm.claims.life;

import static io.openrcm.claims.life.Life.aStay;
import static io.openrcm.claims.life.Life.aVisit;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.openrcm.claims.content.SealedClaims;
import io.openrcm.claims.ledger.Tables;
import io.openrcm.events.ClaimId;
import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Facilities;
import io.openrcm.security.identity.StoredText;
import io.openrcm.security.identity.TestDatabase;
import io.openrcm.security.sealing.FieldSealer;
import io.openrcm.security.sealing.resealing.Resealing;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithRealServers
class SealedColumnsTest {

    @Inject
    Life life;

    @Inject
    Tables tables;

    @Inject
    Acting acting;

    @Inject
    EntityManager entities;

    @Inject
    FieldSealer sealer;

    @Inject
    Resealing resealing;

    @Test
    void theDatabaseSaysNothingAboutThePatientNorWhatPeopleWroteAboutThem() throws SQLException {
        var claim = life.made(aStay().withoutAuthorization().memberId("MERCANARY7"), "ClaimHeld");
        given().header("If-Match", life.get(claim).extract().header("ETag"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"reason\":\"Ms Canarywoman called\"}")
                .post("/claims/" + Life.number(claim) + "/releases")
                .then()
                .statusCode(200)
                .body("findings.overriddenBecause", hasItem("Ms Canarywoman called"));

        assertThat(StoredText.columnsWith("MERCANARY7", "Canarywoman", "Testperson", "12 Sample Street"))
                .isEmpty();
    }

    @Test
    void theContentOfAReleasedVersionIsSealedAnewByTheServiceAndOtherwiseNeverChanges() {
        var claim = life.made(aVisit(), "ClaimReleased");
        var touched = "content = set_byte(content, length(content) - 1, get_byte(content, length(content) - 1) # 1)";
        var where = " where claim_id = '" + claim + "'";

        assertThatThrownBy(() -> execute("update claim_version set " + touched + where))
                .hasMessageContaining("CLAIM_VERSION_FROZEN");
        assertThatThrownBy(() -> asService("update claim_version set frozen_at = now(), " + touched + where))
                .hasStackTraceContaining("CLAIM_VERSION_FROZEN");
        assertThatThrownBy(() -> asService("update claim_version set content_sha256 = null" + where))
                .hasStackTraceContaining("CLAIM_VERSION_FROZEN");
        assertThat(asService("update claim_version set " + touched + where)).isEqualTo(1);
    }

    @Test
    void recordsFromBeforeTheSealsAreSealedWhenTheServiceStartsAndReadAsBefore() throws SQLException {
        var visit = aVisit();
        var claim = life.made(visit, "ClaimReleased");
        var before = life.get(claim).extract().asString();
        makePlain(claim);
        assertThat(StoredText.columnsWith("Testperson")).containsExactly("claim_version.content");

        resealing.sealPlainRows();

        assertThat(life.get(claim).extract().asString()).isEqualTo(before);
        assertThat(StoredText.columnsWith("Testperson")).isEmpty();
        assertThat(
                        tables.column(
                                "select constraint_name from information_schema.table_constraints where constraint_name in"
                                        + " ('claim_version_content_sealed', 'claim_timeline_detail_sealed', 'claim_version_fingerprint_keyed')"))
                .hasSize(3);
        var twin = life.made(visit.numbered(UUID.randomUUID().toString()), "ClaimHeld");
        life.get(twin)
                .body(
                        "findings[0].message",
                        equalTo("claim " + Life.number(claim) + " asks the same payer for the same services"));
    }

    /** As it was before the migration; for as long as this takes, the database lets it. */
    private void makePlain(ClaimId claim) {
        var version = UUID.fromString(tables.column("select id from claim_version where claim_id = '" + claim + "'")
                .getFirst());
        var content =
                opened(SealedClaims.CONTENT, version.toString(), "claim_version", "content", "id = '" + version + "'");
        var hash = opened(
                SealedClaims.CONTENT_SHA256,
                version.toString(),
                "claim_version",
                "content_sha256",
                "id = '" + version + "'");
        execute(
                "begin",
                "alter table claim_version drop constraint claim_version_content_sealed,"
                        + " drop constraint claim_version_content_sha256_sealed, drop constraint claim_version_fingerprint_keyed,"
                        + " disable trigger claim_version_stays",
                "alter table claim_timeline drop constraint claim_timeline_detail_sealed",
                "update claim_version set content = '\\x" + content + "', content_sha256 = '\\x" + hash
                        + "', fingerprint = uuid_send(gen_random_uuid()) where id = '" + version + "'",
                "update claim_timeline set detail = convert_to(said, 'UTF8'), said = null where claim_id = '" + claim
                        + "'",
                "alter table claim_version add constraint claim_version_content_sealed"
                        + " check (substring(content from 1 for 1) = '\\x01') not valid,"
                        + " add constraint claim_version_content_sha256_sealed"
                        + " check (substring(content_sha256 from 1 for 1) = '\\x01') not valid,"
                        + " add constraint claim_version_fingerprint_keyed check (length(fingerprint) = 20) not valid,"
                        + " enable trigger claim_version_stays",
                "alter table claim_timeline add constraint claim_timeline_detail_sealed"
                        + " check (substring(detail from 1 for 1) = '\\x01') not valid",
                "delete from sealing_pass",
                "commit");
    }

    private String opened(
            io.openrcm.security.sealing.Field field, String row, String table, String column, String condition) {
        var bytes = HexFormat.of()
                .parseHex(tables.column("select encode(" + column + ", 'hex') from " + table + " where " + condition)
                        .getFirst());
        return HexFormat.of().formatHex(sealer.open(field, row, bytes));
    }

    private int asService(String change) {
        return acting.asService(Facilities.ALL, () -> {
            QuarkusTransaction.begin();
            try {
                return entities.createNativeQuery(change).executeUpdate();
            } finally {
                QuarkusTransaction.rollback();
            }
        });
    }

    private static void execute(String... statements) {
        try (var connection = TestDatabase.everything().getConnection();
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused.getMessage(), refused);
        }
    }
}
