package io.openrcm.security.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepeatingTest {

    @Test
    void whatFailsIsTriedAgainUntilItIsStopped() throws InterruptedException {
        var times = new AtomicInteger();
        var repeating = Repeating.start("repeating-test", Duration.ofMillis(1), () -> {
            if (times.incrementAndGet() % 2 == 1) {
                throw new IOException("every other time");
            }
        });

        await().until(() -> times.get() > 5);
        repeating.stop();
        int atTheEnd = times.get();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("repeating-test"));
        assertThat(times).hasValue(atTheEnd);
    }
}
