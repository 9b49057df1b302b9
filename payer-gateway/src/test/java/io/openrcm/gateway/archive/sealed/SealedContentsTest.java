package io.openrcm.gateway.archive.sealed;

import static io.openrcm.gateway.PayerFiles.paid;
import static io.openrcm.gateway.PayerFiles.rejected;
import static io.openrcm.gateway.PayerFiles.remittance;
import static io.openrcm.gateway.ReleasedClaimFixture.aReleasedClaim;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.gateway.Exchange;
import io.openrcm.gateway.GatewayTest;
import io.openrcm.gateway.PayerFiles;
import io.openrcm.security.identity.StoredText;
import io.openrcm.security.identity.TestDatabase;
import io.openrcm.security.sealing.resealing.Resealing;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@GatewayTest
class SealedContentsTest {

    private static final String[] OF_THE_PATIENT = {"M10000000", "12 ELM ST", "SAMPLE*PAT", "MRN1"};

    @Inject
    Exchange exchange;

    @Inject
    Resealing resealing;

    @Test
    void neitherClaimsNorFilesSayAnythingAboutThePatientInTheDatabase() throws Exception {
        var claim = aReleasedClaim().build();
        var number = claim.content().number().value();
        var sent = exchange.send(claim);
        var payment = remittance("S" + number, "100", paid(number, "100", "25"));
        var read = exchange.answer(payment);
        var broken = exchange.answer(PayerFiles.ack277("MERID", sent.batch(), "", rejected(number)));

        assertThat(StoredText.columnsWith(OF_THE_PATIENT)).isEmpty();
        assertThat(given().get("/interchanges/" + sent.id() + "/content")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .isEqualTo(Files.readAllBytes(sent.file()));
        assertThat(given().get("/received-files/" + read.getString("id") + "/content")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .isEqualTo(payment);
        assertThat(broken.getString("id")).isNotNull();
    }

    @Test
    void aFileFromBeforeTheSealsIsSealedWhenTheServiceStartsAndReadAsBefore() throws SQLException {
        var claim = aReleasedClaim().build();
        var number = claim.content().number().value();
        var _ = exchange.send(claim);
        var payment = remittance("P" + number, "100", paid(number, "100", "25"));
        var file = exchange.answer(payment).getString("id");
        makePlain(file, payment);
        assertThat(StoredText.columnsWith(OF_THE_PATIENT)).containsExactly("received_content.content");

        resealing.sealPlainRows();

        assertThat(StoredText.columnsWith(OF_THE_PATIENT)).isEmpty();
        assertThat(given().get("/received-files/" + file + "/content").asByteArray())
                .isEqualTo(payment);
    }

    /** As it was before the migration; for as long as this takes, the database lets it. */
    private static void makePlain(String file, byte[] content) throws SQLException {
        try (var connection = TestDatabase.everything().getConnection();
                var change = connection.createStatement();
                var update = connection.prepareStatement(
                        "update received_content set content = ? where file_id = cast(? as uuid)")) {
            connection.setAutoCommit(false);
            change.execute("alter table received_content drop constraint received_content_sealed");
            update.setBytes(1, content);
            update.setString(2, file);
            assertThat(update.executeUpdate()).isEqualTo(1);
            change.execute("alter table received_content add constraint received_content_sealed"
                    + " check (substring(content from 1 for 1) = '\\x01') not valid");
            change.execute("delete from sealing_pass");
            connection.commit();
        }
    }
}
