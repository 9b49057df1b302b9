package io.openrcm.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process of the stack, known from its file {@code .rcm/run/NAME}: the process id, and the ports it was given. */
record RunningProgram(String name, ProcessHandle process, Map<Port, Integer> ports, Path file) {

    /** Empty if there is none, also where its number now belongs to another process. */
    static Optional<RunningProgram> find(Folders folders, String name) {
        var file = folders.run().resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var noted = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            noted.load(reader);
        } catch (IOException unreadable) {
            throw new StackFault("Cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
        var ports = new EnumMap<Port, Integer>(Port.class);
        for (var port : Port.values()) {
            if (noted.containsKey(port.name())) {
                ports.put(port, Integer.valueOf(noted.getProperty(port.name())));
            }
        }
        var mark = Program.mark(folders.root(), name);
        return ProcessHandle.of(Long.parseLong(noted.getProperty("pid", "-1")))
                .filter(process -> process.info().commandLine().orElse("").contains(mark))
                .map(process -> new RunningProgram(name, process, ports, file));
    }

    static RunningProgram note(Folders folders, Program program, ProcessHandle process) {
        var file = folders.run().resolve(program.name());
        var noted = new StringBuilder("pid=" + process.pid() + "\n");
        program.ports()
                .forEach((port, number) ->
                        noted.append(port).append('=').append(number).append('\n'));
        try {
            Files.writeString(file, noted);
        } catch (IOException refused) {
            process.destroy();
            throw new StackFault("Cannot write " + file + ": " + refused.getMessage(), refused);
        }
        return new RunningProgram(program.name(), process, program.ports(), file);
    }

    /** Asks it to stop; does not wait. */
    void askToStop() {
        process.destroy();
    }

    /** Waits for its end, and ends it by force after the limit. */
    void awaitEnd(Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stuck) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException impossible) {
            throw new StackFault("Waiting for " + name + " failed: " + impossible.getMessage(), impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFault("Interrupted while " + name + " stopped.", interrupted);
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException refused) {
            throw new StackFault("Cannot remove " + file + ": " + refused.getMessage(), refused);
        }
    }
}
