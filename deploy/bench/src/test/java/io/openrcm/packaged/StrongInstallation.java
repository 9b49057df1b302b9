package io.openrcm.packaged;

import io.openrcm.security.sealing.Keysets;
import io.openrcm.servers.ServersProcess;
import io.openrcm.servers.tls.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What real records ask for: servers that speak TLS only, keys, a certificate, and a complete configuration for each service. */
final class StrongInstallation implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 100;

    private final Path folder;
    private final ServersProcess servers;
    private final Path authority;
    private final Path certificate;

    StrongInstallation(Path folder) throws IOException {
        this.folder = folder;
        var databases =
                PackagedService.ALL.stream().map(PackagedService::database).collect(Collectors.joining(","));
        var tls = folder.resolve("tls");
        servers = ServersProcess.start("--databases", databases, "--tls", tls.toString());
        authority = Certificates.keptIn(tls).authority();
        certificate = Certificates.keptIn(tls).of("services");
        for (var service : PackagedService.ALL) {
            var _ = Keysets.create(keys(service), Optional.empty());
            Files.createDirectories(folder.resolve("checkpoints"));
        }
    }

    Path keys(PackagedService service) {
        return folder.resolve("keys").resolve(service.name());
    }

    /** Where a start has its configuration and its log. */
    Path home(String name) throws IOException {
        return Files.createDirectories(folder.resolve("starts").resolve(name));
    }

    Map<String, String> settings(PackagedService service) {
        var addresses = servers.addresses();
        var settings = new HashMap<String, String>();
        settings.put("quarkus.http.insecure-requests", "disabled");
        settings.put("quarkus.http.ssl.certificate.files", certificate.toString());
        settings.put("quarkus.http.ssl.certificate.key-files", certificate.toString());
        settings.put("quarkus.oidc.auth-server-url", "https://127.0.0.1:1/realms/openrcm");
        settings.put("quarkus.datasource.jdbc.url", addresses.databaseUrl(service.database()));
        // These servers keep nothing, so every login has the same password.
        settings.put("quarkus.datasource.password", addresses.adminPassword());
        settings.put("quarkus.flyway.password", addresses.adminPassword());
        addresses.kafkaClient(service.name()).forEach((name, value) -> settings.put("kafka." + name, value.toString()));
        settings.put("openrcm.keys.folder", keys(service).toString());
        settings.put(
                "openrcm.audit.checkpoint-folder", folder.resolve("checkpoints").toString());
        settings.put("openrcm.access.required-acr", "second-factor");
        settings.put("openrcm.exchange-root", folder.resolve("exchange").toString());
        return settings;
    }

    /** What a call without a token was answered over TLS, and whether anybody would have listened to it in the open. */
    record Served(int overTls, boolean inTheOpen) {}

    /** Starts the service as it should be, calls it and stops it. */
    Served serve(PackagedService service) throws Exception {
        int http = freePort();
        int https = freePort();
        var home = home(service.name());
        var process = service.start(settings(service), home, http, https, freePort());
        try (var client = HttpClient.newBuilder().sslContext(trust()).build()) {
            var request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + https + "/parked-messages"))
                    .build();
            long giveUp = System.nanoTime() + START_LIMIT.toNanos();
            while (!listens(https)) {
                if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > giveUp) {
                    throw new AssertionError(
                            service + " did not start:\n" + String.join("\n", PackagedService.log(home)));
                }
            }
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return new Served(status, listens(http));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static boolean listens(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private SSLContext trust() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var in = Files.newInputStream(authority)) {
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, trusted.getTrustManagers(), null);
        return tls;
    }

    /** As the database's administrator. */
    void inDatabase(PackagedService service, String statement) throws SQLException {
        var addresses = servers.addresses();
        try (var connection = DriverManager.getConnection(
                        addresses.databaseUrl(service.database()), addresses.adminUser(), addresses.adminPassword());
                var execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }

    @Override
    public void close() throws IOException {
        servers.close();
    }
}
