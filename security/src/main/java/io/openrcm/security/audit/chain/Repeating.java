package io.openrcm.security.audit.chain;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A thread that does something again and again, whether it worked the last time or not. */
public final class Repeating {

    /** What is done. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    private static final Logger LOG = Logger.getLogger(Repeating.class);
    private static final long STOP_SECONDS = 10;

    private final String name;
    private final Duration every;
    private final Work work;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable String trouble;

    private Repeating(String name, Duration every, Work work) {
        this.name = name;
        this.every = every;
        this.work = work;
        thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /** Begins at once. */
    public static Repeating start(String name, Duration every, Work work) {
        var repeating = new Repeating(name, every, work);
        repeating.thread.start();
        return repeating;
    }

    private void run() {
        try {
            do {
                runOnce();
            } while (!stopping.await(every.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOnce() throws InterruptedException {
        try {
            work.run();
            say(null);
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception failed) {
            say(failed);
        }
    }

    /** Once when it begins and once when it is over, not every time. */
    private void say(@Nullable Exception failed) {
        var because = failed == null ? null : failed.toString();
        if (Objects.equals(because, trouble)) {
            return;
        }
        trouble = because;
        if (failed == null) {
            LOG.infof("%s works again", name);
        } else {
            LOG.errorf(failed, "%s does not work", name);
        }
    }

    /** Lets it end what it is at. */
    public void stop() throws InterruptedException {
        stopping.countDown();
        thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        thread.interrupt();
    }
}
