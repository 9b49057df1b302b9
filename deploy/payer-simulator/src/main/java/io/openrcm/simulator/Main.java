package io.openrcm.simulator;

import io.openrcm.simulator.web.LedgerPages;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs the payers until the process is told to stop. A fault of disk or folders ends the program: it is built to be killed at any
 * moment, and the next start finishes what was begun.
 */
public final class Main {

    private static final long POLL_MILLIS = 50;
    private static final int USAGE_ERROR = 2;

    private Main() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        Settings settings;
        try {
            settings = Settings.parse(arguments);
        } catch (IllegalArgumentException problem) {
            System.err.println(problem.getMessage());
            System.err.println(Settings.USAGE);
            System.exit(USAGE_ERROR);
            return;
        }
        var stopping = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopping.countDown();
            await(stopped);
        }));
        try {
            run(settings, stopping);
        } finally {
            stopped.countDown();
        }
    }

    private static void run(Settings settings, CountDownLatch stopping) throws IOException, InterruptedException {
        try (var simulator = new Simulator(settings, Clock.system(ZoneId.systemDefault()));
                var pages = new LedgerPages(simulator.ledger(), settings.port())) {
            System.out.println("payer simulator: http://127.0.0.1:" + pages.port() + "/, exchange "
                    + settings.exchange().toAbsolutePath() + ", seed " + settings.seed());
            var pause = 0L;
            while (!stopping.await(pause, TimeUnit.MILLISECONDS)) {
                pause = simulator.step() ? 1 : POLL_MILLIS;
            }
        }
    }

    private static void await(CountDownLatch stopped) {
        try {
            var _ = stopped.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
