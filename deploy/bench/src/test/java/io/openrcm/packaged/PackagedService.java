package io.openrcm.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A service as it is delivered: its jar, in a process of its own, with a configuration file and nothing from our environment. */
record PackagedService(String name, String database) {

    static final List<PackagedService> ALL = List.of(
            new PackagedService("coding-service", "coding"),
            new PackagedService("claims-service", "claims"),
            new PackagedService("payer-gateway", "gateway"),
            new PackagedService("followup-service", "followup"));

    private static final Path ROOT = Path.of(System.getProperty("openrcm.root", "../.."))
            .toAbsolutePath()
            .normalize();

    private static final long REFUSAL_SECONDS = 60;

    static PackagedService of(String name) {
        return ALL.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** How a start ended by itself. */
    record End(int exitCode, List<String> log) {}

    /**
     * Starts it on ports that are taken: had it tried to listen before it refused, its log would tell of the port and of nothing else.
     *
     * @return how it ended, which it must within a minute
     */
    End refusedStart(Map<String, String> settings, Path home) throws IOException, InterruptedException {
        try (var http = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var https = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var management = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var process = start(settings, home, http.getLocalPort(), https.getLocalPort(), management.getLocalPort());
            try {
                assertThat(process.waitFor(REFUSAL_SECONDS, TimeUnit.SECONDS))
                        .as("%s ended within %s s; its log:%n%s", name, REFUSAL_SECONDS, log(home))
                        .isTrue();
                return new End(process.exitValue(), log(home));
            } finally {
                process.destroyForcibly();
            }
        }
    }

    Process start(Map<String, String> settings, Path home, int http, int https, int management) throws IOException {
        var jar = ROOT.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        assertThat(jar)
                .as(
                        "%s must be packaged before this module's tests: ./rcm test does so, ./mvnw -f %s/pom.xml package too",
                        name, name)
                .exists();
        var file = new Properties();
        file.putAll(settings);
        file.setProperty("quarkus.http.port", String.valueOf(http));
        file.setProperty("quarkus.http.ssl-port", String.valueOf(https));
        file.setProperty("quarkus.management.port", String.valueOf(management));
        Files.createDirectories(home.resolve("config"));
        var text = new StringWriter();
        file.store(text, null);
        Files.writeString(home.resolve("config/application.properties"), text.toString());
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        jar.toString())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile());
        builder.environment().clear();
        return builder.start();
    }

    static List<String> log(Path home) throws IOException {
        return Files.readAllLines(home.resolve("log"));
    }
}
