package io.openrcm.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

    @TempDir
    Path root;

    private Folders folders;
    private List<Program> programs;

    @BeforeEach
    void aProjectWithItsFolders() throws IOException {
        IdentityFixture.shareTheProject(root);
        folders = new Folders(root);
        folders.make();
        programs = new Programs(folders, Port.chosenBy(Map.of())).all();
    }

    @AfterEach
    void letTheFolderGo() throws IOException {
        IdentityFixture.shareNoMore(root);
    }

    @Test
    void aServiceWorksMigratesAndListensUnderNamesOfItsOwn() {
        var claims = named("claims-service").environment().get();

        assertThat(claims)
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", "claims")
                .containsEntry("QUARKUS_FLYWAY_USERNAME", "claims_owner")
                .containsEntry("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT")
                .containsEntry("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512")
                .containsEntry("QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:18080/realms/openrcm")
                .containsEntry("OPENRCM_KEYS_FOLDER", folders.secrets() + "/keys/claims-service");
        assertThat(claims.get("KAFKA_SASL_JAAS_CONFIG")).contains("username=\"claims-service\"");
        assertThat(Set.of(
                        claims.get("QUARKUS_DATASOURCE_PASSWORD"),
                        claims.get("QUARKUS_FLYWAY_PASSWORD"),
                        named("coding-service").environment().get().get("QUARKUS_DATASOURCE_PASSWORD")))
                .hasSize(3);
    }

    @Test
    void nothingListensToOtherMachines() {
        for (var service : List.of("coding-service", "claims-service", "payer-gateway", "followup-service")) {
            assertThat(named(service).environment().get())
                    .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                    .containsEntry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
            assertThat(named(service).command()).contains("-Dquarkus.profile=local");
        }
    }

    @Test
    void noSecretStandsOnACommandLine() throws IOException {
        for (var program : programs) {
            assertThat(program.environment().get()).isNotNull();
        }
        var secrets = new HashSet<String>();
        try (var files = Files.walk(folders.secrets())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                secrets.add(Files.readString(file).strip());
            }
        }

        assertThat(secrets).hasSizeGreaterThan(20);
        assertThat(programs)
                .allSatisfy(program ->
                        assertThat(String.join(" ", program.command())).doesNotContain(secrets));
    }

    private Program named(String name) {
        return programs.stream()
                .filter(program -> program.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
