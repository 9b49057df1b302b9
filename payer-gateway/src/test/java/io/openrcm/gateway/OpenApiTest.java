package io.openrcm.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@GatewayTest
class OpenApiTest {

    @Test
    void theCommittedDocumentIsTheOneThatIsServed() throws IOException {
        var served = given().queryParam("format", "yaml").get("/openapi").asString();
        var committed = Path.of("openapi.yaml");
        var current = Path.of("target", "openapi.yaml");
        assertThat(Files.writeString(current, served)).exists();

        assertThat(Files.exists(committed) ? Files.readString(committed) : "")
                .as("cp payer-gateway/target/openapi.yaml payer-gateway/openapi.yaml")
                .isEqualTo(served);
    }
}
