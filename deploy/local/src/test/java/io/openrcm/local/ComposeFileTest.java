package io.openrcm.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.servers.ServersProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docker-compose.yml says what the services' own configuration says. */
class ComposeFileTest {

    private static final Path ROOT = ServersProcess.root();
    private static final Set<String> MEANT_FOR_THE_CONTAINER = Set.of("DATASOURCE_PASSWORD_FILE", "QUARKUS_HTTP_HOST");

    private final Map<String, Map<String, Object>> services = services();

    @ParameterizedTest
    @CsvSource({"coding-service,coding", "claims-service,claims", "payer-gateway,gateway", "followup-service,followup"})
    void everyServiceGetsThePortDatabaseAndKeysOfItsOwnConfiguration(String service, String database)
            throws IOException {
        Properties own = configuration(service);
        Map<String, String> environment = environment(service);

        assertThat(environment.get("QUARKUS_HTTP_PORT")).isEqualTo(own.getProperty("quarkus.http.port"));
        assertThat(environment.get("QUARKUS_DATASOURCE_JDBC_URL")).endsWith("/" + database);
        assertThat(own.getProperty("quarkus.datasource.jdbc.url")).contains("/" + database);
        assertThat(environment.get("QUARKUS_DATASOURCE_USERNAME"))
                .isEqualTo(own.getProperty("quarkus.datasource.username"));
        assertThat(environment.keySet())
                .filteredOn(key -> !MEANT_FOR_THE_CONTAINER.contains(key))
                .allSatisfy(key -> assertThat(own.stringPropertyNames())
                        .anyMatch(name -> name.replaceAll("[.-]", "_")
                                .toUpperCase(Locale.ROOT)
                                .equals(key)));
        assertThat(list(service, "ports"))
                .containsExactly("127.0.0.1:%1$s:%1$s".formatted(environment.get("QUARKUS_HTTP_PORT")));
        assertThat(environment.get("DATASOURCE_PASSWORD_FILE")).isEqualTo("/run/secrets/" + database);
        assertThat(list(service, "secrets")).containsExactly(database);
    }

    @Test
    void theGatewayAndTheSimulatorShareOneExchangeFolder() {
        assertThat(environment("payer-gateway").get("OPENRCM_EXCHANGE_ROOT")).isEqualTo("/exchange");
        assertThat(list("payer-gateway", "volumes")).contains("exchange:/exchange");
        assertThat(list("payer-simulator", "volumes")).contains("exchange:/exchange");
        assertThat(list("payer-simulator", "command")).containsSequence("--exchange", "/exchange");
    }

    @Test
    void everythingHasAHealthCheckALimitAndComesBack() {
        assertThat(services.keySet())
                .containsExactlyInAnyOrder(
                        "postgres",
                        "kafka",
                        "coding-service",
                        "claims-service",
                        "payer-gateway",
                        "followup-service",
                        "payer-simulator");
        assertThat(services.values())
                .allSatisfy(service -> assertThat(service).containsKeys("healthcheck", "deploy", "restart"));
    }

    @Test
    void everyFileThatTheComposeFileNamesIsThere() {
        for (String file : List.of(
                "databases.sh", "make-secrets", "service.Dockerfile", "simulator.Dockerfile", "start-service")) {
            assertThat(ROOT.resolve("deploy/docker").resolve(file)).exists();
        }
    }

    private static Map<String, Map<String, Object>> services() {
        try (InputStream file = Files.newInputStream(ROOT.resolve("docker-compose.yml"))) {
            Map<String, Map<String, Map<String, Object>>> compose =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return compose.get("services");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> environment(String service) {
        return (Map<String, String>) services.get(service).get("environment");
    }

    @SuppressWarnings("unchecked")
    private List<String> list(String service, String key) {
        return (List<String>) services.get(service).get(key);
    }

    private static Properties configuration(String service) throws IOException {
        var properties = new Properties();
        try (InputStream file =
                Files.newInputStream(ROOT.resolve(service).resolve("src/main/resources/application.properties"))) {
            properties.load(file);
        }
        return properties;
    }
}
