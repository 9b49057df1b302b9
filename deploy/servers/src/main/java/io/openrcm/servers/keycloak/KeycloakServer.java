package io.openrcm.servers.keycloak;

import io.openrcm.servers.Passwords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A Keycloak on loopback, its data in PostgreSQL. How to prepare it and how to start it; the process is the caller's.
 *
 * @param root the project's root folder
 * @param home a folder of this server's own, made by {@link #receive}: what it imports, and links to the programs it shares with others
 * @param databaseUrl {@code jdbc:postgresql://127.0.0.1:15432/keycloak}
 */
public record KeycloakServer(Path root, Path home, int port, String databaseUrl) {

    /** Role and password file of the database. */
    private static final String DATABASE_ROLE = "keycloak";

    private static final String ADMIN = "admin";
    private static final String ADMIN_PASSWORD_FILE = "keycloak-admin";

    /** C1 alone: two seconds less to start, 50 MB less to hold, and quick enough for the people of one machine. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xmx384m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError");

    public KeycloakServer {
        home = home.toAbsolutePath().normalize();
    }

    /** Unpacks and builds the programs where that is not done; safe from several processes at once. */
    public static void prepare(Path root, Consumer<String> say) throws IOException {
        KeycloakPrograms.of(root).prepare(say);
    }

    /** Exists once the project is built. */
    public static Path needed(Path root) {
        return KeycloakPrograms.of(root).archive();
    }

    /**
     * Makes the folder {@link #home} and puts the realm files into it, in place of earlier ones; needs {@link #prepare}. Keycloak imports
     * a realm when it starts, unless it has it already, and replaces each <code>${NAME}</code> in it from its environment.
     */
    public void receive(Path... realms) throws IOException {
        var imported = home.resolve("data/import");
        for (var folder : List.of(home, home.resolve("conf"), home.resolve("data"), imported)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        for (var shared : List.of("lib", "providers", "themes")) {
            Files.deleteIfExists(home.resolve(shared));
            Files.createSymbolicLink(
                    home.resolve(shared),
                    KeycloakPrograms.of(root).home().toAbsolutePath().resolve(shared));
        }
        try (var earlier = Files.list(imported)) {
            for (var file : earlier.toList()) {
                Files.delete(file);
            }
        }
        var ownersOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        for (var realm : realms) {
            var copy = Files.createFile(imported.resolve(realm.getFileName().toString()), ownersOnly);
            Files.write(copy, Files.readAllBytes(realm));
        }
    }

    /**
     * The command line; touches no file. Without a secret: those are in the {@link #environment}. The host name is fixed, so that no
     * request can have a token made out in another issuer's name; local cache, so that it looks for no cluster on the network.
     */
    public List<String> command(List<String> jvmOptions) {
        var options = new ArrayList<>(JVM_OPTIONS);
        options.addAll(jvmOptions);
        var args = List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=" + address(),
                "--cache=local",
                "--db-url=" + databaseUrl,
                "--db-pool-max-size=10",
                "--log-level=info,io.smallrye.health:error");
        return KeycloakPrograms.command(home, options, args);
    }

    /** The secrets it starts with; the administrator is made at the first start only. */
    public static Map<String, String> environment(Passwords passwords) throws IOException {
        return Map.of(
                "KC_DB_USERNAME",
                DATABASE_ROLE,
                "KC_DB_PASSWORD",
                passwords.of(DATABASE_ROLE),
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                passwords.of(ADMIN_PASSWORD_FILE));
    }

    /** As in {@code http://127.0.0.1:18080}; every issuer's name begins with it. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Answers with success when it is ready. */
    public String readyAddress() {
        return address() + "/health/ready";
    }
}
