package io.openrcm.gateway.payer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.gateway.GatewayTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@GatewayTest
class PayerResourceTest {

    private static final String PAYER = """
            {"name": "%s", "tradingPartner": "%s", "taxId": "920000001", "capabilities": {"institutional": true, "professional": true,
             "replacement": true, "voiding": true, "secondary": true, "institutionalLines": %d, "professionalLines": 50}}""";

    private static final String PARTNER = """
            {"name": "Direct Health", "folder": "%s", "usage": "TEST", "adapter": "FILE",
             "parties": {"ourQualifier": "ZZ", "ourId": "LAKESIDE", "partnerQualifier": "ZZ", "partnerId": "DIRECT"},
             "submitter": {"name": "LAKESIDE MEDICAL CENTER", "contactName": "EDI DESK", "contactPhone": "6085550100"}}""";

    @Test
    void aPayerIsMadeKnownAndReadBack() {
        var made = given().contentType("application/json")
                .body(PAYER.formatted("Harbor Health", "RIVERCH", 999))
                .put("/payers/HARBR");

        assertThat(made.statusCode()).isEqualTo(200);
        var read = given().get("/payers/HARBR");
        assertThat(read.jsonPath().getString("terms.name")).isEqualTo("Harbor Health");
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag"));
        assertThat(given().get("/payers").jsonPath().getList("id")).contains("HARBR", "MERID");
    }

    @Test
    void aChangeSaysWhichRevisionItChanges() {
        var first = put("EDITS", null);
        assertThat(first.statusCode()).isEqualTo(200);

        assertThat(put("EDITS", null).statusCode()).isEqualTo(428);
        assertThat(put("EDITS", "\"99\"").statusCode()).isEqualTo(412);
        assertThat(put("EDITS", first.header("ETag")).statusCode()).isEqualTo(200);
    }

    @Test
    void termsThatBreakTheirRulesAreRefusedWithTheirFields() {
        var refused = given().contentType("application/json")
                .body(PAYER.formatted("Harbor Health", "NOBODY", 5_000))
                .put("/payers/BROKEN");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.field")).containsExactly("/capabilities", "/tradingPartner");
    }

    @Test
    void anUnknownPayerIsNotFound() {
        assertThat(given().get("/payers/NOBODY").jsonPath().getString("code")).isEqualTo("UNKNOWN_PAYER");
    }

    @Test
    void aTradingPartnersFolderCannotLeadOutOfTheExchange() {
        var refused = partner("ESCAPE", "../elsewhere");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.field")).containsExactly("/folder");
    }

    @Test
    void twoTradingPartnersNeverShareAFolder() {
        assertThat(partner("DIRECT", "DIRECT").statusCode()).isEqualTo(200);

        var refused = partner("OTHER", "DIRECT");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("FOLDER_TAKEN");
    }

    private static Response partner(String id, String folder) {
        return given().contentType("application/json")
                .body(PARTNER.formatted(folder))
                .put("/trading-partners/" + id);
    }

    private static Response put(String id, String ifMatch) {
        var request = given().contentType("application/json").body(PAYER.formatted("Edited", "RIVERCH", 999));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/payers/" + id);
    }
}
