package io.openrcm.local;

import io.openrcm.local.identity.Accounts;
import io.openrcm.local.identity.Tokens;
import io.openrcm.servers.KafkaLogin;
import io.openrcm.servers.Passwords;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A whole stack of one's own, in a folder of its own, for programs that measure or break it. */
public final class LocalStack implements AutoCloseable {

    /** Apart from the ports of {@code ./rcm up}, so that both can run. */
    private static final String USUAL_BASE = "21000";

    private final Folders folders;
    private final Map<Port, Integer> ports;
    private final List<Program> programs;
    private final Consumer<String> say;
    private final Stack stack;

    private LocalStack(
            Folders folders,
            Map<Port, Integer> ports,
            List<String> simulator,
            Set<String> without,
            Consumer<String> say) {
        this.folders = folders;
        this.ports = ports;
        this.programs = new Programs(folders, ports, simulator).all();
        this.say = say;
        var started = programs.stream()
                .filter(program -> !without.contains(program.name()))
                .toList();
        this.stack = new Stack(folders, started, say);
    }

    /**
     * A stack that begins with nothing: what an earlier one left in its folder is removed.
     *
     * @param root the project's root folder, with everything built
     * @param home where it keeps its data and logs
     * @param seed decides what the simulated payers do
     */
    public static LocalStack fresh(Path root, Path home, long seed, List<String> simulator, Consumer<String> say) {
        var environment = new HashMap<>(System.getenv());
        environment.putIfAbsent("RCM_PORT_BASE", USUAL_BASE);
        var options = new ArrayList<>(List.of("--seed", Long.toString(seed)));
        options.addAll(simulator);
        return fresh(new Folders(root, home), Port.chosenBy(environment), options, Set.of(), say);
    }

    /**
     * The same without Keycloak: whoever asks for it has another issuer of tokens at the address that Keycloak would have.
     *
     * @param portBase the first of a row of free ports, whatever the environment says
     */
    public static LocalStack withoutKeycloak(Path root, Path home, int portBase, Consumer<String> say) {
        var ports = Port.chosenBy(Map.of("RCM_PORT_BASE", Integer.toString(portBase)));
        return fresh(new Folders(root, home), ports, List.of("--seed", "1"), Set.of(Port.IDENTITY), say);
    }

    private static LocalStack fresh(
            Folders folders,
            Map<Port, Integer> ports,
            List<String> simulator,
            Set<String> without,
            Consumer<String> say) {
        var local = new LocalStack(folders, ports, simulator, without, say);
        if (Files.exists(folders.home())) {
            int _ = local.stack.stop();
            remove(folders.home());
        }
        return local;
    }

    /** Starts all of it; Ctrl-C from here on stops it. */
    public void start() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-stack"));
        say.accept("Starting a stack in " + folders.shortName(folders.home()) + "/.");
        stack.start();
    }

    /** As SIGKILL does: at once, with nothing put in order. */
    public void kill(String program) {
        var process = process(program);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts a program that was killed, and returns when it is ready. */
    public void restart(String program) {
        say.accept("Starting " + named(program).name() + " again.");
        stack.start();
    }

    /** Every program's process. */
    public Map<String, ProcessHandle> processes() {
        var processes = new LinkedHashMap<String, ProcessHandle>();
        for (var program : programs) {
            RunningProgram.find(folders, program.name())
                    .ifPresent(running -> processes.put(program.name(), running.process()));
        }
        postgres().ifPresent(process -> processes.put("PostgreSQL", process));
        return processes;
    }

    /** PostgreSQL makes itself independent of the program that started it, and notes its number in its data folder. */
    private Optional<ProcessHandle> postgres() {
        try {
            var note = folders.data().resolve("postgres/postmaster.pid");
            return Files.exists(note)
                    ? ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(note).getFirst().strip()))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new StackFault("Cannot read PostgreSQL's process number: " + unreadable.getMessage(), unreadable);
        }
    }

    /** As in {@code http://127.0.0.1:8081}. */
    public String address(String program) {
        return named(program).address();
    }

    /** Where a service tells of itself: health and metrics. */
    public String management(String service) {
        return Port.serviceNamed(service)
                .map(port -> "http://127.0.0.1:" + ports.get(port.management()))
                .orElseThrow(() -> new StackFault("There is no service " + service + "."));
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + ports.get(Port.POSTGRES) + "/" + database;
    }

    /** Who may call the services, signed in; the client must not follow redirects. */
    public Tokens tokens(HttpClient http) {
        try {
            return new Tokens(Accounts.of(folders.root(), folders.secrets()), address(Port.IDENTITY), http);
        } catch (IOException unreadable) {
            throw new StackFault("Cannot read the local accounts: " + unreadable.getMessage(), unreadable);
        }
    }

    /** The password of a database's or Kafka's user, by the name of its file: {@code postgres}, {@code kafka-admin}. */
    public String password(String name) {
        try {
            return Passwords.keptIn(folders.secrets()).of(name);
        } catch (IOException unreadable) {
            throw new StackFault("Cannot read a password: " + unreadable.getMessage(), unreadable);
        }
    }

    /** What a Kafka client of the administrator needs to know. */
    public Map<String, String> kafkaClient() {
        var client = new HashMap<>(KafkaLogin.properties("admin", password("kafka-admin"), false));
        client.put("bootstrap.servers", "127.0.0.1:" + ports.get(Port.KAFKA));
        return client;
    }

    @Override
    public void close() {
        int _ = stack.stopStarted();
    }

    private ProcessHandle process(String program) {
        return RunningProgram.find(folders, named(program).name())
                .orElseThrow(() -> new StackFault(program + " is not running."))
                .process();
    }

    private Program named(String name) {
        return programs.stream()
                .filter(program -> program.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackFault("There is no program " + name + "; there are "
                        + programs.stream().map(Program::name).toList() + "."));
    }

    private static void remove(Path folder) {
        try {
            var _ = Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path emptied, java.io.@org.jspecify.annotations.Nullable IOException fault) throws IOException {
                    if (fault != null) {
                        throw fault;
                    }
                    Files.delete(emptied);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException refused) {
            throw new StackFault("Cannot remove " + folder + ": " + refused.getMessage(), refused);
        }
    }
}
