package io.openrcm.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Starts and stops the programs. They are processes of their own, known by their files in {@code .rcm/run}, so whoever comes later can ask
 * how they are or stop them.
 */
final class Stack {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final Folders folders;
    private final List<Program> programs;
    private final Consumer<String> say;
    private final List<RunningProgram> started = new ArrayList<>();
    private final AtomicReference<@Nullable StackFault> firstFault = new AtomicReference<>();
    private boolean stopping;

    /**
     * @param programs the first must be ready before the others start, and stops last
     * @param say takes one line of progress
     */
    Stack(Folders folders, List<Program> programs, Consumer<String> say) {
        this.folders = folders;
        this.programs = programs;
        this.say = say;
    }

    boolean isComplete() {
        return programs.stream().allMatch(program -> running(program).isPresent());
    }

    /**
     * Starts what is not running and returns when all is ready. On a failure stops again what it started.
     *
     * @throws StackFault with a sentence for the person at the terminal
     */
    void start() {
        folders.make();
        alone(() -> {
            var missing = programs.stream()
                    .filter(program -> running(program).isEmpty())
                    .toList();
            missing.forEach(program -> Launch.requireBuilt(folders, program));
            missing.forEach(Launch::requireFreePorts);
            missing.forEach(program -> Launch.prepare(program, say));
            var first = missing.stream().filter(programs.getFirst()::equals).toList();
            startTogether(first);
            startTogether(
                    missing.stream().filter(program -> !first.contains(program)).toList());
        });
    }

    /** Stops what {@link #start} has started so far, also while it is at it, and starts no more. Returns how many programs that were. */
    int stopStarted() {
        List<RunningProgram> mine;
        synchronized (started) {
            stopping = true;
            mine = List.copyOf(started);
            started.clear();
        }
        stop(mine);
        return mine.size();
    }

    /** From here on what was started stays, whatever becomes of us. */
    void keepStarted() {
        synchronized (started) {
            started.clear();
        }
    }

    /** Stops what is running, whoever started it, and returns how many programs that were. */
    int stop() {
        if (!Files.exists(folders.run())) {
            return 0;
        }
        var running =
                programs.stream().map(this::running).flatMap(Optional::stream).toList();
        alone(() -> stop(running));
        return running.size();
    }

    private void startTogether(List<Program> wanted) {
        long begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waits = wanted.stream()
                    .map(this::launch)
                    .map(launch -> CompletableFuture.runAsync(() -> awaitReady(launch, begin), threads))
                    .toList();
            waits.forEach(CompletableFuture::join);
        } catch (CompletionException failed) {
            throw Objects.requireNonNullElseGet(
                    firstFault.get(), () -> new StackFault("Stopped while starting.", failed));
        }
    }

    private Launch launch(Program program) {
        synchronized (started) {
            if (stopping) {
                throw new StackFault("Stopped while starting.");
            }
            var launch = Launch.start(folders, program);
            started.add(launch.running());
            return launch;
        }
    }

    private void awaitReady(Launch launch, long begin) {
        try {
            launch.awaitReady();
        } catch (StackFault fault) {
            endTheStart(fault);
            throw fault;
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        var program = launch.program();
        say.accept("  %-18s ready   %-36s %4.1f s".formatted(program.name(), program.address(), seconds));
    }

    /** One program that fails ends the start of all; that the others then end too is no news. */
    private void endTheStart(StackFault fault) {
        synchronized (started) {
            if (stopping) {
                return;
            }
            firstFault.set(fault);
        }
        int _ = stopStarted();
    }

    /** The first of the programs last: the others write to it until their end. */
    private void stop(List<RunningProgram> running) {
        var first = programs.getFirst().name();
        var others = running.stream().filter(one -> !one.name().equals(first)).toList();
        others.forEach(RunningProgram::askToStop);
        others.forEach(one -> one.awaitEnd(STOP_LIMIT));
        running.stream().filter(one -> one.name().equals(first)).forEach(one -> {
            one.askToStop();
            one.awaitEnd(STOP_LIMIT);
        });
    }

    private Optional<RunningProgram> running(Program program) {
        return RunningProgram.find(folders, program.name());
    }

    /** Two terminals must not start and stop at the same time. */
    private void alone(Runnable work) {
        var lock = folders.run().resolve(".lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.tryLock()) {
            if (held == null) {
                throw new StackFault("Another ./rcm is starting or stopping the stack at this moment.");
            }
            work.run();
        } catch (IOException refused) {
            throw new StackFault("Cannot lock " + lock + ": " + refused.getMessage(), refused);
        }
    }
}
