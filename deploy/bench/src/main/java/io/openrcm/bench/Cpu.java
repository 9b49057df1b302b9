package io.openrcm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** CPU seconds of processes and all below them, from {@code /proc}; empty on systems without it. */
final class Cpu {

    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TICKS = 11;
    private static final int REAPED_SYSTEM_TICKS = 14;

    private Cpu() {}

    /** By name: the process's own time, and that of its children, living or gone. */
    static Map<String, Double> seconds(Map<String, ProcessHandle> processes) {
        var seconds = new LinkedHashMap<String, Double>();
        processes.forEach((name, process) -> seconds.put(
                name,
                Stream.concat(Stream.of(process), process.descendants())
                        .mapToDouble(Cpu::seconds)
                        .sum()));
        return seconds;
    }

    private static double seconds(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int i = USER_TICKS; i <= REAPED_SYSTEM_TICKS; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }
}
