package io.openrcm.gateway;

import io.openrcm.rest.contract.CommittedOpenApi;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URL;
import org.junit.jupiter.api.Test;

@GatewayTest
class OpenApiTest {

    @TestHTTPResource(value = "/openapi", management = true)
    URL openApi;

    @Test
    void theCommittedDocumentIsTheOneThatIsServed() {
        CommittedOpenApi.isWhatIsServedAt(openApi);
    }
}
