package io.openrcm.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One program on its way from not running to ready. */
final class Launch {

    private static final int LINES_SHOWN = 20;
    private static final long LOG_BYTES_KEPT = 20_000_000;
    private static final long PAUSE_MILLIS = 100;

    /**
     * Ctrl-C in the terminal reaches every process in it, and closing the terminal too; only we shall react to that, and stop the others in
     * their order.
     */
    private static final List<String> APART_FROM_THE_TERMINAL =
            List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "rcm");

    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("first-line").start(task);

    private final Folders folders;
    private final Program program;
    private final Process process;
    private final RunningProgram running;
    private final CompletableFuture<Optional<String>> firstLine;

    private Launch(Folders folders, Program program, Process process) {
        this.folders = folders;
        this.program = program;
        this.process = process;
        this.running = RunningProgram.note(folders, program, process.toHandle());
        this.firstLine = program.readyAddress() == null
                ? CompletableFuture.supplyAsync(this::readLine, THREADS)
                : CompletableFuture.completedFuture(Optional.empty());
    }

    /** Refuses a port that another program has, before anything is started. */
    static void requireFreePorts(Program program) {
        program.ports().forEach((port, number) -> {
            try (var _ = new ServerSocket(number, 1, InetAddress.getLoopbackAddress())) {
                // Free: it was ours for a moment.
            } catch (IOException busy) {
                throw new StackFault(
                        "Port " + number + " is in use by another program, and " + port.user()
                                + " needs it: stop that program, or set " + port.variable()
                                + " to a free port (RCM_PORT_BASE moves all ports).",
                        busy);
            }
        });
    }

    static void requireBuilt(Folders folders, Program program) {
        if (!Files.exists(program.needed())) {
            throw new StackFault(program.name() + " is not built: " + folders.shortName(program.needed())
                    + " is missing. Run ./rcm build.");
        }
    }

    static void prepare(Program program, Consumer<String> say) {
        try {
            program.preparation().prepare(say);
        } catch (IOException failed) {
            throw new StackFault("Cannot prepare " + program.name() + ": " + failed.getMessage(), failed);
        }
    }

    static Launch start(Folders folders, Program program) {
        var command = new ArrayList<>(APART_FROM_THE_TERMINAL);
        command.addAll(program.command());
        var log = folders.log(program.name());
        var builder = new ProcessBuilder(command)
                .directory(folders.home().toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        if (program.readyAddress() != null) {
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        }
        builder.environment().putAll(program.environment().get());
        try {
            setAsideIfLarge(log);
            return new Launch(folders, program, builder.start());
        } catch (IOException refused) {
            throw new StackFault("Cannot start " + program.name() + ": " + refused.getMessage(), refused);
        }
    }

    Program program() {
        return program;
    }

    RunningProgram running() {
        return running;
    }

    /** Returns when it is ready, or throws with the last lines of its log. */
    void awaitReady() {
        long giveUp = System.nanoTime() + Program.START_LIMIT.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < giveUp) {
                if (isReady(http)) {
                    return;
                }
                if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw failure(" ended before it was ready (exit code " + process.exitValue() + ").");
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFault("Interrupted while " + program.name() + " started.", interrupted);
        }
        throw failure(" was not ready after " + Program.START_LIMIT.toSeconds() + " s.");
    }

    private boolean isReady(HttpClient http) {
        if (program.readyAddress() != null) {
            return Health.of(http, program.readyAddress()) == Health.READY;
        }
        return firstLine.getNow(Optional.empty()).isPresent();
    }

    private Optional<String> readLine() {
        try {
            var output = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
            return Optional.ofNullable(new BufferedReader(output).readLine());
        } catch (IOException closed) {
            throw new StackFault("Cannot hear " + program.name() + ": " + closed.getMessage(), closed);
        }
    }

    private StackFault failure(String what) {
        var log = folders.log(program.name());
        try {
            var lines = LogFile.lastLines(log, LINES_SHOWN);
            return new StackFault(program.name() + what + " Its log, " + folders.shortName(log) + ", ends with:\n  "
                    + String.join("\n  ", lines));
        } catch (IOException unreadable) {
            return new StackFault(program.name() + what + " Its log " + log + " cannot be read.", unreadable);
        }
    }

    private static void setAsideIfLarge(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_BYTES_KEPT) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
