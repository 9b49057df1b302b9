package io.openrcm.bench;

import io.openrcm.local.LocalStack;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs a seeded load through the real stack, from the REST intake to posted remittances, prints how fast it was and where the time
 * went, and fails if any invariant is broken. Everything runs in {@code .rcm/bench}, made anew for each run.
 */
public final class Bench {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final long POLL_MILLIS = 500;
    private static final long SELDOM_MILLIS = 3_000;
    private static final int NEARLY_ALL_PERCENT = 95;
    private static final long SETTLE_MILLIS = 15_000;

    private static final long STUCK_MILLIS = 90_000;
    private static final int DOWN_MILLIS = 2_000;

    private final Options options;
    private final LocalStack stack;
    private final Databases databases;
    private final HttpClient http;
    private final PrintStream out;

    private Bench(Options options, LocalStack stack, HttpClient http, PrintStream out) {
        this.options = options;
        this.stack = stack;
        this.databases = new Databases(stack);
        this.http = http;
        this.out = out;
    }

    /** Exit code 0: done and all invariants hold; 1: one does not, or the run failed; 2: misused. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Options options;
        try {
            options = Options.read(List.of(args));
        } catch (IllegalArgumentException misuse) {
            System.err.println(misuse.getMessage());
            System.exit(MISUSED);
            return;
        }
        Path root = Path.of(System.getProperty("openrcm.root", "."))
                .toAbsolutePath()
                .normalize();
        List<String> simulator = options.weights() == null ? List.of() : List.of("--weights", options.weights());
        PrintStream out = System.out;
        LocalStack stack = LocalStack.fresh(root, root.resolve(".rcm/bench"), options.seed(), simulator, out::println);
        boolean good;
        try (stack;
                var http = HttpClient.newHttpClient()) {
            stack.start();
            good = new Bench(options, stack, http, out).run();
        }
        System.exit(good ? 0 : FAILED);
    }

    private boolean run() throws IOException, InterruptedException {
        var workload = new Workload(options.seed(), LocalDate.now(ZoneOffset.UTC));
        int warm = encountersFor(0, options.warmUp(), workload);
        int end = encountersFor(warm, options.claims(), workload);
        var sender = new Sender(stack, workload, options.rate(), http);
        try (var quiescence = new Quiescence(stack, databases)) {
            boolean finished =
                    (warm == 0 || warmUp(sender, warm, quiescence)) && measure(sender, warm, end, quiescence);
            return checks(sender, quiescence) && finished;
        }
    }

    /** False if it came to no end. */
    private boolean warmUp(Sender sender, int encounters, Quiescence quiescence) throws InterruptedException {
        out.printf("%nWarming up with %,d encounters.%n", encounters);
        sender.send(0, encounters);
        boolean finished = awaitEnd(0, claims(sender), quiescence);
        if (finished) {
            out.println("Warm; waits for what is being compiled.");
            TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
        }
        return finished;
    }

    /** False if it came to no end. */
    private boolean measure(Sender sender, int from, int to, Quiescence quiescence) throws InterruptedException {
        out.printf(
                "%nSending %,d encounters (at least %,d claims), seed %d.%n",
                to - from, options.claims(), options.seed());
        long before = claims(sender);
        var cpuBefore = Cpu.seconds(stack.processes());
        var since = Instant.now();
        long begin = System.nanoTime();
        var fault = CompletableFuture.runAsync(() -> killAfter(sender, (from + to) / 2));
        sender.send(from, to);
        double sendSeconds = (System.nanoTime() - begin) / 1e9;
        fault.join();
        long claims = claims(sender);
        boolean finished = awaitEnd(before, claims, quiescence);
        double seconds = (System.nanoTime() - begin) / 1e9;
        report(claims - before, to - from, sendSeconds, seconds, cpuBefore);
        Hops.measure(databases, since).print(out);
        return finished;
    }

    private static long claims(Sender sender) {
        return sender.accepted().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The line before which, counted from {@code from}, at least so many claims are made. */
    private static int encountersFor(int from, int claims, Workload workload) {
        int line = from;
        for (int made = 0; made < claims; line++) {
            made += workload.line(line).claims();
        }
        return line;
    }

    private void killAfter(Sender sender, int encounters) {
        if (options.kill() == null) {
            return;
        }
        try {
            while (sender.accepted().size() < encounters) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            out.println("kill -9 " + options.kill());
            stack.kill(options.kill());
            TimeUnit.MILLISECONDS.sleep(DOWN_MILLIS);
            stack.restart(options.kill());
            out.println(options.kill() + " is back.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until every claim has an answer and everything is at rest; false if nothing moved for a long time before that. */
    private boolean awaitEnd(long already, long claims, Quiescence quiescence) throws InterruptedException {
        Map<String, Long> last = Map.of();
        long movedAt = System.nanoTime();
        while (true) {
            Map<String, Long> labels = labels();
            long answered = labels.entrySet().stream()
                    .filter(label -> isAnswered(label.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            if (answered == claims && quiescence.isReached()) {
                out.println("  " + labels);
                return true;
            }
            if (!labels.equals(last)) {
                out.println("  " + labels);
                last = labels;
                movedAt = System.nanoTime();
            } else if ((System.nanoTime() - movedAt) / 1_000_000 > STUCK_MILLIS) {
                out.printf(
                        "Nothing moved for %d s, and %,d of %,d claims have no answer.%n",
                        STUCK_MILLIS / 1000, claims - answered, claims);
                return false;
            }
            // Counting is work too: seldom until nearly all is done.
            TimeUnit.MILLISECONDS.sleep(
                    answered < already + (claims - already) * NEARLY_ALL_PERCENT / 100 ? SELDOM_MILLIS : POLL_MILLIS);
        }
    }

    private Map<String, Long> labels() {
        var labels = new TreeMap<String, Long>();
        for (Object[] row : databases.rows("claims", "select label, count(*) from claim group by label")) {
            labels.put((String) row[0], ((Number) row[1]).longValue());
        }
        return labels;
    }

    private static boolean isAnswered(String label) {
        return switch (label) {
            case "NOT_READY", "SENT", "ACCEPTED_BY_PAYER", "PENDED" -> false;
            default -> true;
        };
    }

    private void report(
            long claims, int encounters, double sendSeconds, double seconds, Map<String, Double> cpuBefore) {
        out.printf(
                "%n%,d claims from encounter to posted remittance in %.1f s: %.0f claims/s%n",
                claims, seconds, claims / seconds);
        out.printf(
                "%,d encounters taken in %.1f s: %.0f encounters/s%n",
                encounters, sendSeconds, encounters / sendSeconds);
        out.printf("%n%-52s %9s %12s%n", "CPU", "seconds", "ms per claim");
        double total = 0;
        for (var after : Cpu.seconds(stack.processes()).entrySet()) {
            double used = after.getValue() - cpuBefore.getOrDefault(after.getKey(), 0.0);
            total += used;
            out.printf("%-52s %9.1f %12.2f%n", after.getKey(), used, used * 1000 / claims);
        }
        out.printf("%-52s %9.1f %12.2f%n", "all", total, total * 1000 / claims);
    }

    private boolean checks(Sender sender, Quiescence quiescence) throws IOException, InterruptedException {
        out.printf("%nINVARIANTS (%d chunks were sent again)%n", sender.resent());
        var invariants = new Invariants(stack, databases, http, out);
        invariants.nothingLost(sender.accepted());
        invariants.moneyIsRight();
        invariants.sentOnce();
        if (options.replay()) {
            var replay = new Replay(stack, databases);
            var before = replay.checksums();
            long messages = replay.deliverAgain();
            while (!quiescence.isReached()) {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
            invariants.replayChangesNothing(before, replay.checksums(), messages);
        }
        invariants.atRest(quiescence);
        out.println(invariants.violations().isEmpty() ? "All hold." : "VIOLATED: " + invariants.violations());
        return invariants.violations().isEmpty();
    }
}
