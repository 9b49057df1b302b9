package io.openrcm.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever runs a service can look up whether a library with a new weakness is in it. */
@EnabledIfSystemProperty(
        named = "openrcm.sbom",
        matches = "true",
        disabledReason =
                "this build makes no bills of materials; ./rcm build and ./rcm test do, where their tool can run")
class BillOfMaterialsTest {

    private static final Path ROOT = Path.of(System.getProperty("openrcm.root", "../.."));

    @ParameterizedTest
    @ValueSource(strings = {"coding-service", "claims-service", "payer-gateway", "followup-service"})
    void everyServiceSaysWhatItIsMadeOf(String service) throws IOException {
        var bill = new ObjectMapper()
                .readTree(ROOT.resolve(service)
                        .resolve("target/" + service + "-sbom.json")
                        .toFile());

        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bill.path("metadata").path("component").path("name").asText())
                .isEqualTo(service);
        for (String name : List.of("quarkus-core", "tink", "postgresql", "kafka-clients")) {
            assertThat(bill.path("components"))
                    .as(name)
                    .filteredOn(component -> component.path("name").asText().equals(name))
                    .singleElement()
                    .satisfies(component -> {
                        assertThat(component.path("version").asText()).matches("\\d+\\.\\d+.*");
                        assertThat(component.path("purl").asText()).startsWith("pkg:maven/");
                    });
        }
        assertThat(bill.path("components"))
                .hasSizeGreaterThan(100)
                .allSatisfy(component -> assertThat(component.path("licenses"))
                        .as(name(component))
                        .isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"coding-service", "claims-service", "payer-gateway", "followup-service"})
    void whatOnlyTestsNeedIsNotDelivered(String service) throws IOException {
        var bill = new ObjectMapper()
                .readTree(ROOT.resolve(service)
                        .resolve("target/" + service + "-sbom.json")
                        .toFile());

        assertThat(bill.path("components"))
                .extracting(BillOfMaterialsTest::name)
                .doesNotContain("junit-jupiter-api", "assertj-core");
    }

    private static String name(JsonNode component) {
        return component.path("name").asText();
    }
}
