package io.openrcm.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The servers as a child process that ends with us. Needs nothing but the JDK, so any test can have it. */
public final class ServersProcess implements AutoCloseable {

    private static final String SHARED = "openrcm.servers.addresses";
    private static final long STOP_SECONDS = 60;

    private final Process process;
    private final ServerAddresses addresses;

    private ServersProcess(Process process, ServerAddresses addresses) {
        this.process = process;
        this.addresses = addresses;
    }

    /**
     * The one pair of servers of this JVM, started by whoever asks first. A system property carries the addresses, because test frameworks
     * load this class more than once.
     */
    public static ServerAddresses shared() throws IOException {
        synchronized (System.getProperties()) {
            var known = System.getProperty(SHARED);
            if (known != null) {
                return ServerAddresses.fromJson(known);
            }
            var servers = start();
            // Also keeps the process reachable: a collected Process closes its streams, and the servers would stop.
            Runtime.getRuntime().addShutdownHook(new Thread(servers::letStop, "let-servers-stop"));
            System.setProperty(SHARED, servers.addresses.toJson());
            return servers.addresses;
        }
    }

    /** What a test's own Kafka client needs to work as the administrator of the shared servers. */
    public static Map<String, Object> kafkaClient() {
        try {
            return shared().kafkaClient();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts a pair of its own, with the options of {@link ServersMain}. */
    public static ServersProcess start(String... args) throws IOException {
        var log = Files.isDirectory(Path.of("target"))
                ? Path.of("target", "openrcm-servers.log")
                : Files.createTempFile("openrcm-servers", ".log");
        var process = new ProcessBuilder(command(root(), List.of("-XX:TieredStopAtLevel=1"), args))
                .redirectError(log.toFile())
                .start();
        var line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IOException("the servers did not start:\n" + Files.readString(log));
        }
        return new ServersProcess(process, ServerAddresses.fromJson(line));
    }

    /** The command line of {@link ServersMain}, in the JVM that runs us. */
    public static List<String> command(Path root, List<String> jvmOptions, String... args) {
        var target = root.resolve("deploy/servers/target");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(jvmOptions);
        command.add("-cp");
        command.add(target.resolve("classes") + ":" + target.resolve("openrcm-servers.jar") + ":"
                + target.resolve("lib") + "/*");
        command.add("io.openrcm.servers.ServersMain");
        command.addAll(Arrays.asList(args));
        return command;
    }

    /** The project's root folder: system property {@code openrcm.root}, or else the nearest folder above with {@code mvnw} in it. */
    public static Path root() {
        var given = System.getProperty("openrcm.root");
        if (given != null) {
            return Path.of(given);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("not inside the project: no folder above has mvnw in it; set openrcm.root");
    }

    public ServerAddresses addresses() {
        return addresses;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Lets the servers stop, and waits for that. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the servers did not stop within " + STOP_SECONDS + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the servers stopped", interrupted);
        }
    }

    private void letStop() {
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            System.err.println("the servers were gone before the tests: " + gone.getMessage());
        }
    }

    static Path codeLocation() {
        try {
            return Path.of(ServersProcess.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException unreadable) {
            throw new UncheckedIOException(new IOException(unreadable));
        }
    }
}
