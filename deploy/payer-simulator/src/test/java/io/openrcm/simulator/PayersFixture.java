package io.openrcm.simulator;

import io.openrcm.simulator.adjudication.BehaviourChoice;
import io.openrcm.simulator.answers.AnswerText;
import io.openrcm.simulator.ledger.ClaimAccount;
import io.openrcm.simulator.ledger.Ledger;
import io.openrcm.simulator.ledger.LedgerSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** A simulator over temporary folders, with a clock that only the test moves. */
public final class PayersFixture implements AutoCloseable {

    private final Path exchange;
    private final Settings settings;
    private final TestClock clock = new TestClock();
    private Simulator simulator;

    public PayersFixture(Path folder) throws IOException {
        exchange = folder.resolve("exchange");
        settings = new Settings(exchange, 0, 7, folder.resolve("data"), BehaviourChoice.defaultWeights(), 1);
        simulator = new Simulator(settings, clock);
    }

    /** Puts a file into the partner's outbox, as the gateway does. */
    public void send(String partner, ClaimFileFixture file, int control) throws IOException {
        send(
                partner,
                "%09d.837".formatted(control),
                file.to(partner).numbered(control).bytes());
    }

    public void send(String partner, String name, byte[] bytes) throws IOException {
        var outbox = Files.createDirectories(exchange.resolve(partner, "outbox"));
        Files.write(outbox.resolve(name), bytes);
    }

    /** Sends, and lets everything happen that happens at once. */
    public void sendAndSettle(String partner, ClaimFileFixture file, int control) throws IOException {
        send(partner, file, control);
        settle();
    }

    /** Time enough for reading, paying and crossing over, and no more. */
    public void settle() throws IOException {
        for (var round = 0; round < 4; round++) {
            pass(Simulator.PAYMENT_INTERVAL);
        }
    }

    public void pass(Duration time) throws IOException {
        clock.now = clock.now.plus(time);
        var _ = simulator.step();
    }

    public void stop() throws IOException {
        simulator.close();
    }

    public void start() throws IOException {
        simulator = new Simulator(settings, clock);
    }

    /** Names in the partner's inbox that contain a text, in order of arrival. */
    public List<String> names(String partner, String part) {
        var inbox = exchange.resolve(partner, "inbox");
        if (!Files.isDirectory(inbox)) {
            return List.of();
        }
        try (var files = Files.list(inbox)) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.contains(part))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<AnswerText> answers(String partner, String part) throws IOException {
        return names(partner, part).stream().map(name -> answer(partner, name)).toList();
    }

    public AnswerText answer(String partner, String name) {
        try {
            return AnswerText.of(Files.readAllBytes(exchange.resolve(partner, "inbox", name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path exchange() {
        return exchange;
    }

    public Path journal() {
        return settings.data().resolve("ledger.ndjson");
    }

    public Ledger ledger() {
        return simulator.ledger();
    }

    public LedgerSummary summary() {
        return simulator.ledger().summary();
    }

    public ClaimAccount account(String claim) {
        return simulator.ledger().account(claim).orElseThrow();
    }

    @Override
    public void close() throws IOException {
        simulator.close();
    }

    private static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-11-23T09:30:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
