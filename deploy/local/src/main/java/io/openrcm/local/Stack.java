package io.openrcm.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Starts and stops the programs. They are processes of their own, known by their files in {@code .rcm/run}, so whoever comes later can ask
 * how they are or stop them.
 */
final class Stack {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Folders folders;
    private final List<Program> programs;
    private final Consumer<String> say;

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
            var missing =
                    programs.stream().filter(program -> running(program).isEmpty()).toList();
            missing.forEach(program -> Launch.requireBuilt(folders, program));
            missing.forEach(Launch::requireFreePorts);
            var started = new ArrayList<RunningProgram>();
            try {
                var first = missing.stream().filter(programs.getFirst()::equals).toList();
                var others = missing.stream().filter(program -> !first.contains(program)).toList();
                startTogether(first, started);
                startTogether(others, started);
            } catch (StackFault failed) {
                stop(started);
                throw failed;
            }
        });
    }

    /** Stops what is running and returns how many programs that were. */
    int stop() {
        if (!folders.home().toFile().exists()) {
            return 0;
        }
        folders.make();
        var running = programs.stream()
                .map(this::running)
                .flatMap(Optional::stream)
                .toList();
        alone(() -> stop(running));
        return running.size();
    }

    private void startTogether(List<Program> wanted, List<RunningProgram> started) {
        long begin = System.nanoTime();
        var launches = new ArrayList<Launch>();
        for (var program : wanted) {
            var launch = Launch.start(folders, program);
            started.add(launch.running());
            launches.add(launch);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waits = new ArrayList<CompletableFuture<Void>>();
            for (int i = 0; i < wanted.size(); i++) {
                var program = wanted.get(i);
                var launch = launches.get(i);
                waits.add(CompletableFuture.runAsync(
                        () -> {
                            launch.awaitReady();
                            say.accept("  %-18s ready   %-36s %4.1f s"
                                    .formatted(program.name(), program.address(), (System.nanoTime() - begin) / 1e9));
                        },
                        threads));
            }
            waits.forEach(CompletableFuture::join);
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof StackFault fault) {
                throw fault;
            }
            throw failed;
        }
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
