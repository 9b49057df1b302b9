package io.openrcm.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrcm.servers.ServersProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

/** docker-compose.yml says what the services' own configuration says, and leaves nothing weak. */
class ComposeFileTest {

    private static final Path ROOT = ServersProcess.root();
    private static final List<String> SERVICES =
            List.of("coding-service", "claims-service", "payer-gateway", "followup-service");

    /** What only a container sets: where its certificates, keys and second factor are. */
    private static final Set<String> MEANT_FOR_THE_CONTAINER = Set.of(
            "QUARKUS_HTTP_SSL_PORT",
            "QUARKUS_HTTP_SSL_CERTIFICATE_FILES",
            "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES",
            "QUARKUS_HTTP_HOST",
            "QUARKUS_HTTP_INSECURE_REQUESTS",
            "QUARKUS_OIDC_TOKEN_ISSUER",
            "QUARKUS_OIDC_TLS_TLS_CONFIGURATION_NAME",
            "QUARKUS_TLS_KEYCLOAK_TRUST_STORE_PEM_CERTS",
            "QUARKUS_FLYWAY_USERNAME",
            "KAFKA_SECURITY_PROTOCOL",
            "KAFKA_SASL_MECHANISM",
            "KAFKA_SSL_TRUSTSTORE_TYPE",
            "KAFKA_SSL_TRUSTSTORE_LOCATION",
            "OPENRCM_ACCESS_REQUIRED_ACR",
            "OPENRCM_KEYS_FOLDER",
            "OPENRCM_AUDIT_CHECKPOINT_FOLDER");

    private final Map<String, Object> compose = compose();

    @ParameterizedTest
    @CsvSource({"coding-service,coding", "claims-service,claims", "payer-gateway,gateway", "followup-service,followup"})
    void everyServiceGetsThePortsDatabaseAndKeysOfItsOwnConfiguration(String service, String database)
            throws IOException {
        Properties own = configuration(service);
        Map<String, String> environment = environment(service);

        assertThat(environment)
                .containsEntry("QUARKUS_HTTP_SSL_PORT", own.getProperty("quarkus.http.port"))
                .containsEntry("QUARKUS_MANAGEMENT_PORT", own.getProperty("quarkus.management.port"))
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", own.getProperty("quarkus.datasource.username"))
                .containsEntry("QUARKUS_FLYWAY_USERNAME", database + "_owner")
                .containsEntry("OPENRCM_KEYS_FOLDER", "/keys/" + service + "/current");
        assertThat(environment.get("QUARKUS_DATASOURCE_JDBC_URL")).contains("/" + database + "?");
        assertThat(own.getProperty("quarkus.datasource.jdbc.url")).endsWith("/" + database);
        assertThat(environment.keySet())
                .filteredOn(key -> !MEANT_FOR_THE_CONTAINER.contains(key))
                .allSatisfy(key -> assertThat(own.stringPropertyNames())
                        .anyMatch(name -> name.replaceAll("[.-]", "_")
                                .toUpperCase(Locale.ROOT)
                                .equals(key)));
        assertThat(list(service, "ports"))
                .containsExactly("127.0.0.1:%1$s:%1$s".formatted(environment.get("QUARKUS_HTTP_SSL_PORT")));
    }

    @ParameterizedTest
    @CsvSource({"coding-service,coding", "claims-service,claims", "payer-gateway,gateway", "followup-service,followup"})
    void aServiceSeesItsOwnSecretsAndKeysAndNobodyElses(String service, String database) {
        assertThat(list(service, "secrets"))
                .containsExactlyInAnyOrder(
                        "ca.pem", service + ".pem", database, database + "_owner", "kafka-" + service);
        assertThat(list(service, "volumes"))
                .contains(database + "-keys:/keys/" + service + ":ro", database + "-checkpoints:/checkpoints")
                .filteredOn(volume -> !volume.startsWith("exchange:"))
                .hasSize(2);
        assertThat(list("keys", "volumes")).contains(database + "-keys:/keys/" + service);
    }

    @Test
    void everythingIsEncryptedOnTheWayAndNobodyIsInvented() {
        assertThat(SERVICES)
                .allSatisfy(service -> assertThat(environment(service))
                        .doesNotContainKeys("OPENRCM_SEED_DEMO", "QUARKUS_PROFILE")
                        .containsEntry("QUARKUS_HTTP_INSECURE_REQUESTS", "disabled")
                        .containsEntry("QUARKUS_HTTP_SSL_CERTIFICATE_FILES", "/run/secrets/" + service + ".pem")
                        .containsEntry("KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
                        .containsEntry("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512")
                        .hasEntrySatisfying(
                                "QUARKUS_OIDC_AUTH_SERVER_URL",
                                url -> assertThat(url).startsWith("https://"))
                        .hasEntrySatisfying(
                                "QUARKUS_DATASOURCE_JDBC_URL",
                                url -> assertThat(url)
                                        .endsWith("?sslmode=verify-full&sslrootcert=/run/secrets/ca.pem")));
        assertThat(environment("keycloak").get("KC_DB_URL"))
                .endsWith("?sslmode=verify-full&sslrootcert=/run/secrets/ca.pem");
        assertThat(environment("keycloak")).doesNotContainKey("KC_HTTP_ENABLED");
    }

    @Test
    void whatTheServicesDemandOfASignInIsWhatKeycloakAsksOfPeople() throws IOException {
        var realm = new ObjectMapper()
                .readTree(ROOT.resolve("deploy/keycloak/openrcm-realm.json").toFile());
        String level = environment("keycloak").get("SIGN_IN_LEVEL");

        assertThat(new ObjectMapper()
                        .readTree(realm.path("attributes").path("acr.loa.map").asText())
                        .path(level)
                        .asInt())
                .isGreaterThan(1);
        assertThat(SERVICES)
                .allSatisfy(service -> assertThat(environment(service))
                        .containsEntry("OPENRCM_ACCESS_REQUIRED_ACR", level)
                        .containsEntry(
                                "QUARKUS_OIDC_TOKEN_ISSUER",
                                environment("keycloak").get("KC_HOSTNAME") + "/realms/openrcm"));
    }

    @ParameterizedTest
    @CsvSource({"coding-service", "claims-service", "payer-gateway", "followup-service"})
    void aServiceMayReadAndWriteInKafkaWhatItsConfigurationNamesAndNothingElse(String service) throws IOException {
        Properties own = configuration(service);
        var heard = own.stringPropertyNames().stream()
                .filter(name -> name.matches("mp[.]messaging[.]incoming[.].+[.]topic"))
                .map(own::getProperty)
                .toList();
        var line = Files.readAllLines(ROOT.resolve("deploy/docker/start-kafka")).stream()
                .filter(one -> one.strip().startsWith("may_use " + service + " "))
                .toList();

        assertThat(line).hasSize(1);
        var quoted = line.getFirst().split("\"", -1);
        assertThat(quoted[1].split(" ")).containsExactly(own.getProperty("openrcm.topic"), "audit-checkpoints");
        assertThat(quoted[3].isEmpty() ? List.of() : List.of(quoted[3].split(" ")))
                .containsExactlyInAnyOrderElementsOf(heard);
    }

    @Test
    void theGatewayAndTheSimulatorShareOneExchangeFolder() {
        assertThat(environment("payer-gateway").get("OPENRCM_EXCHANGE_ROOT")).isEqualTo("/exchange");
        assertThat(list("payer-gateway", "volumes")).contains("exchange:/exchange");
        assertThat(list("payer-simulator", "volumes")).contains("exchange:/exchange");
        assertThat(list("payer-simulator", "command")).containsSequence("--exchange", "/exchange");
    }

    @Test
    void everythingThatStaysHasAHealthCheckALimitAndComesBack() {
        assertThat(services().keySet())
                .containsExactlyInAnyOrder(
                        "postgres",
                        "kafka",
                        "keycloak",
                        "keys",
                        "coding-service",
                        "claims-service",
                        "payer-gateway",
                        "followup-service",
                        "payer-simulator");
        assertThat(services().entrySet())
                .filteredOn(service -> !service.getKey().equals("keys"))
                .allSatisfy(service -> assertThat(service.getValue()).containsKeys("healthcheck", "deploy", "restart"));
    }

    @Test
    void everyFileVolumeAndSecretThatTheComposeFileNamesIsThere() throws IOException {
        String makeSecrets = Files.readString(ROOT.resolve("deploy/docker/make-secrets"));
        for (String secret : section("secrets").keySet()) {
            assertThat(makeSecrets).contains(secret.replaceAll("(_owner|[.]pem)$", ""));
        }
        for (String service : services().keySet()) {
            assertThat(section("secrets").keySet()).containsAll(list(service, "secrets"));
            for (String volume : list(service, "volumes")) {
                String from = volume.split(":", 2)[0];
                assertThat(
                                from.startsWith("./")
                                        ? Files.exists(ROOT.resolve(from))
                                        : section("volumes").containsKey(from))
                        .as(from)
                        .isTrue();
            }
        }
        for (String file : List.of("service.Dockerfile", "simulator.Dockerfile", "start-service", "make-keys")) {
            assertThat(ROOT.resolve("deploy/docker").resolve(file)).exists();
        }
    }

    /** The shell of some images knows no {@code /dev/tcp}; bash does. */
    @Test
    void aHealthCheckThatOpensAConnectionIsRunByBash() {
        assertThat(services().values().stream()
                        .filter(service -> service.containsKey("healthcheck"))
                        .map(service -> (Map<?, ?>) service.get("healthcheck"))
                        .map(check -> (List<?>) check.get("test"))
                        .filter(test -> test.toString().contains("/dev/tcp/")))
                .hasSize(SERVICES.size() + 2)
                .allSatisfy(test -> assertThat(test.subList(0, 3)).isEqualTo(List.of("CMD", "/bin/bash", "-c")));
    }

    private static Map<String, Object> compose() {
        try (InputStream file = Files.newInputStream(ROOT.resolve("docker-compose.yml"))) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> section(String name) {
        return (Map<String, Object>) compose.get(name);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, Object>> services() {
        return (Map<String, Map<String, Object>>) compose.get("services");
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> environment(String service) {
        return (Map<String, String>) services().get(service).get("environment");
    }

    @SuppressWarnings("unchecked")
    private List<String> list(String service, String key) {
        return (List<String>) services().get(service).getOrDefault(key, List.of());
    }

    private static Properties configuration(String service) throws IOException {
        var properties = new Properties();
        for (Path file : List.of(
                ROOT.resolve("security/src/main/resources/META-INF/microprofile-config.properties"),
                ROOT.resolve(service).resolve("src/main/resources/application.properties"))) {
            try (InputStream content = Files.newInputStream(file)) {
                properties.load(content);
            }
        }
        return properties;
    }
}
