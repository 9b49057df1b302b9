package io.openrcm.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A program of the stack and how to start it.
 *
 * @param name also the name of its log
 * @param ports where it shall listen
 * @param command what to run; the first two parts are the JVM and a mark by which the process is known again
 * @param environment added to our own; asked for only when it starts, because it holds passwords
 * @param needed a file that exists once it is built
 * @param readyPath it is ready when this path answers with success on its first port; null: when it says a first line
 */
record Program(
        String name,
        Map<Port, Integer> ports,
        List<String> command,
        Supplier<Map<String, String>> environment,
        Path needed,
        @Nullable String readyPath) {

    static final Duration START_LIMIT = Duration.ofMinutes(3);

    Program {
        ports = Map.copyOf(ports);
        command = List.copyOf(command);
    }

    /** Given to the JVM as an argument, so that no other process is ever taken for this one. */
    static String mark(Path root, String name) {
        return "-Dopenrcm.program=" + name + "@" + root;
    }

    /** As in {@code http://127.0.0.1:8081}, or two plain addresses where it does not speak HTTP. */
    String address() {
        var addresses = ports.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(port -> "127.0.0.1:" + port.getValue())
                .toList();
        return (readyPath == null ? "" : "http://") + String.join(", ", addresses);
    }
}
