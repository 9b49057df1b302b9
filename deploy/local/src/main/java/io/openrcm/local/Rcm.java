package io.openrcm.local;

import io.openrcm.local.demo.AuditCheck;
import io.openrcm.local.demo.Demo;
import io.openrcm.local.identity.Accounts;
import io.openrcm.local.identity.SignInRefused;
import io.openrcm.local.identity.Tokens;
import io.openrcm.servers.ServersProcess;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The commands {@code up}, {@code down}, {@code status}, {@code logs}, {@code accounts}, {@code token} and {@code demo} of the script. */
public final class Rcm {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final int NOT_RUNNING = 3;
    private static final int LOG_LINES = 100;

    private final Folders folders;
    private final List<Program> programs;
    private final PrintStream out;

    Rcm(Folders folders, List<Program> programs, PrintStream out) {
        this.folders = folders;
        this.programs = programs;
        this.out = out;
    }

    /** Exit code 0: done; 1: failed, with a sentence on standard error; 2: not a command; 3: status of a stack that is not all ready. */
    public static void main(String[] args) throws InterruptedException {
        try {
            var folders = new Folders(ServersProcess.root().toAbsolutePath().normalize());
            var ports = inUse(folders, Port.chosenBy(System.getenv()));
            var rcm = new Rcm(folders, new Programs(folders, ports).all(), System.out);
            System.exit(rcm.run(
                    args.length == 0 ? "" : args[0], Arrays.copyOfRange(args, Math.min(1, args.length), args.length)));
        } catch (StackFault fault) {
            System.err.println(fault.getMessage());
            System.exit(FAILED);
        }
    }

    int run(String command, String... args) throws InterruptedException {
        return switch (command) {
            case "up" -> up();
            case "down" -> down();
            case "status" -> status();
            case "logs" -> logs(args);
            case "accounts" -> accounts();
            case "token" -> token(args);
            case "audit" -> audit();
            case "demo" -> demo(args);
            default -> {
                out.println("Not a command: " + command + ". ./rcm help lists them.");
                yield MISUSED;
            }
        };
    }

    private int up() {
        var stack = new Stack(folders, programs, out::println);
        if (stack.isComplete()) {
            out.println("OpenRCM is already running: ./rcm status shows where, ./rcm down stops it.");
            return 0;
        }
        start(stack);
        stack.keepStarted();
        out.println("OpenRCM is up and stays up. ./rcm status, ./rcm logs NAME, ./rcm down.");
        return 0;
    }

    /** Ctrl-C from here on stops what was started. */
    private void start(Stack stack) {
        boolean accountsAreKnown = Accounts.existIn(folders.secrets());
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (stack.stopStarted() > 0) {
                                out.println("Stopped what was started; the data stay in .rcm/.");
                            }
                        },
                        "stop-started"));
        out.println("Starting OpenRCM; its data are in " + folders.shortName(folders.home()) + "/ and stay there.");
        stack.start();
        if (accountsAreKnown) {
            out.println("./rcm accounts shows who can sign in.");
        } else if (find(Port.IDENTITY).isPresent()) {
            int _ = accounts();
        }
    }

    private int accounts() {
        try {
            Accounts.of(folders.root(), folders.secrets()).print(out, address(Port.IDENTITY));
            return 0;
        } catch (IOException unreadable) {
            throw new StackFault("Cannot read the local accounts: " + unreadable.getMessage(), unreadable);
        }
    }

    private int token(String... args) throws InterruptedException {
        if (args.length != 1) {
            out.println("Whose token? ./rcm token NAME, a role, a user name or a machine of ./rcm accounts.");
            return MISUSED;
        }
        try (var http = HttpClient.newHttpClient()) {
            out.println(tokens(http).named(args[0]).token());
            return 0;
        } catch (IOException | IllegalArgumentException | SignInRefused failed) {
            throw new StackFault("No token for " + args[0] + ": " + failed.getMessage(), failed);
        }
    }

    private int audit() throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return new AuditCheck(addresses(), http, tokens(http), out).run() ? 0 : FAILED;
        } catch (IOException | IllegalStateException failed) {
            throw new StackFault("The audit trails could not be verified: " + failed.getMessage(), failed);
        }
    }

    private Map<String, String> addresses() {
        return programs.stream().collect(Collectors.toMap(Program::name, Program::address));
    }

    private Tokens tokens(HttpClient http) throws IOException {
        return new Tokens(Accounts.of(folders.root(), folders.secrets()), address(Port.IDENTITY), http);
    }

    private Optional<Program> find(String name) {
        return programs.stream().filter(program -> program.name().equals(name)).findFirst();
    }

    private String address(String program) {
        return find(program)
                .orElseThrow(() -> new StackFault("There is no " + program + "."))
                .address();
    }

    private int down() {
        int stopped = new Stack(folders, programs, out::println).stop();
        out.println(stopped == 0 ? "OpenRCM was not running." : "OpenRCM is down; its data stay in .rcm/.");
        return 0;
    }

    private int status() {
        boolean allReady = true;
        out.printf("%-18s %-9s %-36s %s%n", "PROGRAM", "PROCESS", "ADDRESS", "HEALTH");
        try (var http = HttpClient.newHttpClient()) {
            for (var program : programs) {
                var running = RunningProgram.find(folders, program.name());
                var health = running.isEmpty() ? Health.STOPPED : health(http, program);
                allReady &= health == Health.READY;
                var process =
                        running.map(one -> String.valueOf(one.process().pid())).orElse("-");
                out.printf("%-18s %-9s %-36s %s%n", program.name(), process, program.address(), health.words());
            }
        }
        return allReady ? 0 : NOT_RUNNING;
    }

    private static Health health(HttpClient http, Program program) {
        if (program.readyAddress() != null) {
            return Health.of(http, program.readyAddress());
        }
        return program.ports().values().stream()
                .map(Health::ofPort)
                .filter(health -> health != Health.READY)
                .findFirst()
                .orElse(Health.READY);
    }

    private int logs(String... args) throws InterruptedException {
        var names = programs.stream().map(Program::name).toList();
        var asked = Arrays.stream(args).filter(arg -> !arg.equals("-f")).findFirst();
        var name = asked.flatMap(
                begin -> names.stream().filter(one -> one.startsWith(begin)).findFirst());
        if (name.isEmpty()) {
            out.println("Whose log? ./rcm logs NAME [-f], of " + String.join(", ", names) + ".");
            return MISUSED;
        }
        var log = folders.log(name.get());
        try {
            LogFile.lastLines(log, LOG_LINES).forEach(out::println);
            if (Arrays.asList(args).contains("-f")) {
                LogFile.follow(log, out);
            }
            return 0;
        } catch (IOException unreadable) {
            throw new StackFault("Cannot read " + log + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** Runs the stack in the foreground: Ctrl-C stops what this command started, and nothing else. */
    private int demo(String... args) throws InterruptedException {
        var stack = new Stack(folders, programs, out::println);
        if (!stack.isComplete()) {
            start(stack);
        }
        boolean once = Arrays.asList(args).contains("--once") || !onTerminal();
        boolean asTold = showSamples();
        out.println();
        programs.forEach(program -> out.printf("  %-18s %s%n", program.name(), program.address()));
        if (!once) {
            out.println("It stays up: try GET /claims and GET /work-items with -H \"Authorization: Bearer $(./rcm token"
                    + " supervisor)\". Ctrl-C stops it.");
            Thread.currentThread().join();
        }
        return asTold ? 0 : FAILED;
    }

    private boolean showSamples() throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var tokens = tokens(http);
            boolean asTold = new Demo(addresses(), http, tokens, out, onTerminal())
                    .run(folders.root().resolve("deploy/local/samples"));
            return new AuditCheck(addresses(), http, tokens, out).run() && asTold;
        } catch (IOException | IllegalStateException failed) {
            throw new StackFault("The demo could not go on: " + failed.getMessage(), failed);
        }
    }

    private static boolean onTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    /** A program that runs keeps the ports it was started with, whatever the environment says now. */
    private static Map<Port, Integer> inUse(Folders folders, Map<Port, Integer> chosen) {
        var ports = new EnumMap<>(chosen);
        Arrays.stream(Port.values())
                .map(Port::program)
                .distinct()
                .forEach(
                        name -> RunningProgram.find(folders, name).ifPresent(running -> ports.putAll(running.ports())));
        return ports;
    }
}
