package io.openrcm.servers.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.openrcm.servers.Passwords;
import io.openrcm.servers.ServersProcess;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakServerTest {

    private static final String REALM = """
            {
              "realm": "hospital", "enabled": true,
              "clients": [{
                "clientId": "scheduler", "secret": "${SCHEDULER_SECRET}", "serviceAccountsEnabled": true,
                "standardFlowEnabled": false, "publicClient": false
              }]
            }
            """;

    @TempDir
    static Path folder;

    private static ServersProcess servers;
    private static KeycloakServer keycloak;

    @BeforeAll
    static void aRealmInAFile() throws IOException {
        servers = ServersProcess.start("--data", folder.resolve("data").toString(), "--owned-databases", "keycloak");
        KeycloakServer.prepare(ServersProcess.root(), line -> {});
        keycloak = new KeycloakServer(
                ServersProcess.root(),
                folder.resolve("keycloak"),
                freePort(),
                servers.addresses().databaseUrl("keycloak"));
        keycloak.receive(Files.writeString(folder.resolve("hospital-realm.json"), REALM));
    }

    @AfterAll
    static void stop() throws IOException {
        servers.close();
    }

    @Test
    void aRealmIsImportedWithSecretsFromTheEnvironmentAndIsThereAfterARestart() throws Exception {
        try (var _ = start(Map.of("SCHEDULER_SECRET", "a secret of the environment"))) {
            var token = signIn("a secret of the environment");
            assertEquals(200, token.statusCode(), token.body());
            assertTrue(claims(token.body()).contains("\"iss\":\"" + keycloak.address() + "/realms/hospital\""));
            assertEquals(401, signIn("${SCHEDULER_SECRET}").statusCode());
            assertEquals(401, get("/admin/realms/hospital/users").statusCode());
        }
        assertThrows(
                ConnectException.class, () -> new Socket(InetAddress.getLoopbackAddress(), keycloak.port()).close());

        try (var _ = start(Map.of())) {
            assertEquals(200, signIn("a secret of the environment").statusCode());
        }
    }

    @Test
    void whatItImportsIsItsOwnersAlone() throws IOException {
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(folder.resolve("keycloak/data/import/hospital-realm.json")));
        assertEquals(
                PosixFilePermissions.fromString("rwx------"),
                Files.getPosixFilePermissions(folder.resolve("keycloak")));
    }

    @Test
    void onceBuiltItIsNotBuiltAgain() throws IOException {
        var said = new ArrayList<String>();

        KeycloakServer.prepare(ServersProcess.root(), said::add);

        assertEquals(0, said.size());
    }

    @Test
    void noSecretIsOnItsCommandLine() throws IOException {
        var passwords = Passwords.keptIn(folder.resolve("data/secrets"));
        var command = String.join(" ", keycloak.command(List.of()));

        for (var secret : KeycloakServer.environment(passwords).entrySet()) {
            if (secret.getKey().endsWith("PASSWORD")) {
                assertTrue(!command.contains(secret.getValue()), secret.getKey());
            }
        }
    }

    private static KeycloakProcess start(Map<String, String> more) throws IOException {
        var environment = new HashMap<>(KeycloakServer.environment(Passwords.keptIn(folder.resolve("data/secrets"))));
        environment.putAll(more);
        return KeycloakProcess.start(keycloak, environment, folder.resolve("keycloak.log"));
    }

    private static HttpResponse<String> signIn(String secret) throws Exception {
        var credentials = Base64.getEncoder().encodeToString(("scheduler:" + secret).getBytes(UTF_8));
        var request = HttpRequest.newBuilder(
                        URI.create(keycloak.address() + "/realms/hospital/protocol/openid-connect/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static HttpResponse<String> get(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(keycloak.address() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String claims(String answer) {
        var token = Pattern.compile("\"access_token\":\"[^.]+[.]([^.]+)[.]").matcher(answer);
        assertTrue(token.find(), answer);
        return new String(Base64.getUrlDecoder().decode(token.group(1)), UTF_8);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
