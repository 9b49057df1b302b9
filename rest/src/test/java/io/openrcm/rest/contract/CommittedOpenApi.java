package io.openrcm.rest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds a service's committed {@code openapi.yaml} equal to what it serves. */
public final class CommittedOpenApi {

    private CommittedOpenApi() {}

    /**
     * Compares {@code openapi.yaml} of the module under test with the served one, which it leaves in {@code target}.
     *
     * @param address where the document is served
     */
    public static void isWhatIsServedAt(URL address) {
        String served = RestAssured.given()
                .queryParam("format", "YAML")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            Path fresh = Path.of("target", "openapi.yaml");
            Files.writeString(fresh, served);
            Path committed = Path.of("openapi.yaml");
            assertThat(Files.exists(committed) ? Files.readString(committed) : "")
                    .as(
                            "openapi.yaml; if the change is meant: cp %s %s",
                            fresh.toAbsolutePath(), committed.toAbsolutePath())
                    .isEqualTo(served);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
