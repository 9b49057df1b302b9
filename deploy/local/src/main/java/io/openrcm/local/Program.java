package io.openrcm.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A program of the stack and how to start it.
 *
 * @param name also the name of its log
 * @param ports where it shall listen
 * @param preparation done before it starts
 * @param command what to run; the first two parts are the JVM and a mark by which the process is known again
 * @param environment added to our own; asked for only when it starts, because it holds passwords
 * @param needed a file that exists once it is built
 * @param readyAddress it is ready when this address answers with success; null: when it says a first line
 */
record Program(
        String name,
        Map<Port, Integer> ports,
        Preparation preparation,
        List<String> command,
        Supplier<Map<String, String>> environment,
        Path needed,
        @Nullable String readyAddress) {

    static final Duration START_LIMIT = Duration.ofMinutes(3);

    Program {
        ports = Map.copyOf(ports);
        command = List.copyOf(command);
    }

    /** What must be there before a program starts: files, keys, something unpacked. */
    @FunctionalInterface
    interface Preparation {

        Preparation NONE = _ -> {};

        /** Does what is not done yet, and says so where it takes a while. */
        void prepare(Consumer<String> say) throws IOException;
    }

    /** Given to the JVM as an argument, so that no other process is ever taken for this one. */
    static String mark(Path root, String name) {
        return "-Dopenrcm.program=" + name + "@" + root;
    }

    /** As in {@code http://127.0.0.1:8081}, or all plain addresses where it does not speak HTTP. */
    String address() {
        var addresses = ports.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(port -> "127.0.0.1:" + port.getValue())
                .toList();
        return readyAddress == null ? String.join(", ", addresses) : "http://" + addresses.getFirst();
    }
}
