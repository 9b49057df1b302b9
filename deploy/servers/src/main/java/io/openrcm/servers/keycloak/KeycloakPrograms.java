package io.openrcm.servers.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.ZipFile;

/**
 * Keycloak's own programs, unpacked and built for PostgreSQL once per version. Keycloak's build decides once what every start would have to
 * find out again, and takes half a minute for it.
 */
final class KeycloakPrograms {

    private static final String MAIN = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";
    private static final long BUILD_MINUTES = 10;
    private static final int LINES_SHOWN = 10;

    /**
     * What nobody here signs in with is left out. Health is on the main port: the management port it would have otherwise is one more to
     * keep free and to protect.
     */
    private static final List<String> BUILD_OPTIONS = List.of(
            "--db=postgres",
            "--health-enabled=true",
            "--http-management-health-enabled=false",
            "--features-disabled=ciba,device-flow,impersonation,kerberos,kubernetes-service-accounts,organization");

    private final Path folder;

    private KeycloakPrograms(Path folder) {
        this.folder = folder;
    }

    static KeycloakPrograms of(Path root) {
        return new KeycloakPrograms(root.resolve("deploy/servers/target/keycloak"));
    }

    /** Put there by the build. */
    Path archive() {
        return folder.resolve("keycloak-" + version() + ".zip");
    }

    /** Carries version and options in its name, so that others are built beside it. A folder of this name is complete. */
    Path home() {
        return folder.resolve(version() + "-" + Integer.toHexString(BUILD_OPTIONS.hashCode()));
    }

    /** Several processes and threads may ask at once: one builds, the others wait for it. */
    void prepare(Consumer<String> say) throws IOException {
        if (Files.isDirectory(home())) {
            return;
        }
        if (!Files.exists(archive())) {
            throw new IOException("Keycloak is not there: " + archive() + " is missing; the build puts it there");
        }
        synchronized (KeycloakPrograms.class) {
            try (var lock = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = lock.lock()) {
                if (!Files.isDirectory(home())) {
                    say.accept("Building Keycloak " + version()
                            + " for PostgreSQL, once; this takes about half a minute.");
                    build();
                }
            }
        }
    }

    /** The command line of Keycloak's launcher, without the shell script around it: the process is known by its own arguments. */
    static List<String> command(Path home, List<String> jvmOptions, List<String> args) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        for (var opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                MAIN));
        command.addAll(args);
        return command;
    }

    private void build() throws IOException {
        var fresh = folder.resolve("building");
        remove(fresh);
        unpack(fresh);
        var unpacked = fresh.resolve("keycloak-" + version());
        var args = new ArrayList<>(List.of("build"));
        args.addAll(BUILD_OPTIONS);
        run(command(unpacked, List.of("-Xmx512m", "-XX:+UseSerialGC"), args), folder.resolve("build.log"));
        Files.move(unpacked, home(), StandardCopyOption.ATOMIC_MOVE);
        remove(fresh);
    }

    private void unpack(Path target) throws IOException {
        try (var zip = new ZipFile(archive().toFile())) {
            for (var entry : zip.stream().toList()) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the archive leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.resolveSibling("."));
                    try (var packed = zip.getInputStream(entry)) {
                        Files.copy(packed, file);
                    }
                }
            }
        }
    }

    private static void run(List<String> command, Path log) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException("Keycloak was not built within " + BUILD_MINUTES + " minutes; see " + log);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Keycloak was built", stopped);
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            var lines = Files.readAllLines(log);
            throw new IOException("Keycloak could not be built; " + log + " ends with:\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size())));
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String version() {
        try (InputStream given = KeycloakPrograms.class.getResourceAsStream("keycloak.properties")) {
            var properties = new Properties();
            properties.load(given);
            return properties.getProperty("version");
        } catch (IOException unreadable) {
            throw new IllegalStateException("keycloak.properties cannot be read", unreadable);
        }
    }
}
