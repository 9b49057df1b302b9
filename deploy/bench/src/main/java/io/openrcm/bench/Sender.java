package io.openrcm.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrcm.local.LocalStack;
import io.openrcm.local.identity.Bearer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends encounters to the bulk intake in chunks, over several connections. A chunk that is not answered is sent again: the intake
 * knows an encounter by the hospital's own id, so nothing is taken twice.
 */
final class Sender {

    private static final int CHUNK = 50;
    private static final int CONNECTIONS = 3;
    private static final Duration RETRY_AFTER = Duration.ofMillis(300);
    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(3);

    private final URI intake;
    private final Workload workload;
    private final int rate;
    private final HttpClient http;
    private final Bearer hospital;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Integer> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger nextChunk = new AtomicInteger();
    private final AtomicInteger resent = new AtomicInteger();
    private final AtomicReference<@Nullable RuntimeException> fault = new AtomicReference<>();
    private volatile int first;
    private volatile long begin;

    Sender(LocalStack stack, Workload workload, int rate, HttpClient http) {
        this.intake = URI.create(stack.address("coding-service")).resolve("/encounters/bulk");
        this.hospital = stack.tokens(http).hospital();
        this.http = http;
        this.workload = workload;
        this.rate = rate;
    }

    /** Encounters answered with success so far: our id, and how many claims are expected of it. */
    Map<String, Integer> accepted() {
        return accepted;
    }

    int resent() {
        return resent.get();
    }

    /** Sends the lines from {@code from} to before {@code to}, and returns when every one is answered. */
    void send(int from, int to) throws InterruptedException {
        first = from;
        begin = System.nanoTime();
        nextChunk.set(0);
        int chunks = (to - from + CHUNK - 1) / CHUNK;
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                threads.execute(() -> sendChunks(chunks, to));
            }
            threads.shutdown();
            if (!threads.awaitTermination(1, TimeUnit.HOURS)) {
                throw new IllegalStateException("The load was not taken within an hour.");
            }
        }
        RuntimeException failed = fault.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void sendChunks(int chunks, int to) {
        try {
            for (int chunk = nextChunk.getAndIncrement(); chunk < chunks; chunk = nextChunk.getAndIncrement()) {
                keepPace(chunk);
                sendUntilTaken(first + chunk * CHUNK, Math.min(to, first + (chunk + 1) * CHUNK));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            fault.compareAndSet(null, failed);
            nextChunk.set(chunks);
        }
    }

    private void keepPace(int chunk) throws InterruptedException {
        if (rate > 0) {
            long due = begin + 1_000_000_000L * chunk * CHUNK / rate;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
        }
    }

    private void sendUntilTaken(int from, int to) throws InterruptedException {
        var body = new StringBuilder();
        for (int n = from; n < to; n++) {
            body.append(workload.line(n).json()).append('\n');
        }
        long giveUp = System.nanoTime() + GIVE_UP_AFTER.toNanos();
        while (!isTaken(body.toString(), from, to)) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException(
                        "coding-service did not take an encounter for " + GIVE_UP_AFTER.toMinutes() + " minutes.");
            }
            resent.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(RETRY_AFTER.toMillis());
        }
    }

    private boolean isTaken(String body, int from, int to) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(intake)
                    .header("Content-Type", "application/x-ndjson")
                    .header("Authorization", "Bearer " + hospital.token())
                    .timeout(Duration.ofSeconds(60))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
            if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
                return false;
            }
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("The bulk intake answered " + answer.statusCode() + ": "
                        + answer.body().limit(3).toList());
            }
            var lines = answer.body().toList();
            return lines.size() == to - from && takenAll(lines, from);
        } catch (IOException unanswered) {
            return false;
        }
    }

    private boolean takenAll(java.util.List<String> lines, int from) throws IOException {
        boolean all = true;
        for (int i = 0; i < lines.size(); i++) {
            JsonNode result = json.readTree(lines.get(i));
            int status = result.path("status").asInt();
            if (status == 200 || status == 201) {
                accepted.put(result.path("id").asText(), workload.line(from + i).claims());
            } else if (status >= 500 || status == 429) {
                all = false;
            } else {
                throw new IllegalStateException("An encounter of the load was refused: " + lines.get(i));
            }
        }
        return all;
    }
}
