package io.openrcm.servers.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Keycloak as a child process that ends with us, however we end. */
public final class KeycloakProcess implements AutoCloseable {

    /** Its standard input is ours to hold: when it ends, with {@link #close} or with our process, Keycloak is told to stop. */
    private static final String STOP_WITH_US = """
            exec 3<&0
            "$@" </dev/null 3<&- & keycloak=$!
            { read -r _ <&3; kill "$keycloak" 2>/dev/null; } &
            exec 3<&-
            wait "$keycloak"
            """;

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 100;
    private static final long STOP_SECONDS = 60;
    private static final int LINES_SHOWN = 20;

    private final Process process;
    private final Path log;

    private KeycloakProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Returns when it is ready.
     *
     * @param server prepared, with its realms received
     * @param environment what {@link KeycloakServer#environment} gives, and what the realm files name
     * @param log gets what Keycloak says
     */
    public static KeycloakProcess start(KeycloakServer server, Map<String, String> environment, Path log)
            throws IOException {
        var command = new ArrayList<>(List.of("sh", "-c", STOP_WITH_US, "keycloak-guard"));
        command.addAll(server.command(List.of()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        var started = new KeycloakProcess(builder.start(), log);
        try {
            started.awaitReady(server.readyAddress());
        } catch (IOException failed) {
            started.close();
            throw failed;
        }
        return started;
    }

    private void awaitReady(String address) throws IOException {
        long giveUp = System.nanoTime() + START_LIMIT.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < giveUp) {
                if (answers(http, address)) {
                    return;
                }
                if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new IOException("Keycloak ended before it was ready: " + lastLines());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Keycloak started", stopped);
        }
        throw new IOException("Keycloak was not ready after " + START_LIMIT.toSeconds() + " s: " + lastLines());
    }

    private static boolean answers(HttpClient http, String address) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String lastLines() throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }

    /** Lets it stop, and waits for that. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("Keycloak did not stop within " + STOP_SECONDS + " s");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Keycloak stopped", stopped);
        }
    }
}
