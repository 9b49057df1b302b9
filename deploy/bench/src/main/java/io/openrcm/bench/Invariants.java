package io.openrcm.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrcm.local.LocalStack;
import io.openrcm.local.identity.Bearer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What must hold at the end of every run, whatever happened in it. */
final class Invariants {

    private static final int SHOWN = 5;

    private final LocalStack stack;
    private final Bearer supervisor;
    private final HttpClient http;
    private final Databases databases;
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> violations = new ArrayList<>();
    private final PrintStream out;

    Invariants(LocalStack stack, Databases databases, HttpClient http, PrintStream out) {
        this.stack = stack;
        this.supervisor = stack.tokens(http).person("supervisor");
        this.http = http;
        this.databases = databases;
        this.out = out;
    }

    List<String> violations() {
        return violations;
    }

    /** I1: every encounter that was answered with success has exactly its claims, and no claim comes from nowhere. */
    void nothingLost(Map<String, Integer> accepted) {
        Map<String, Integer> built = new HashMap<>();
        for (Object[] row : databases.rows("claims", "select encounter_id, count(*) from claim group by 1")) {
            built.put(((UUID) row[0]).toString(), ((Number) row[1]).intValue());
        }
        long lost = accepted.entrySet().stream()
                .filter(encounter -> !encounter.getValue().equals(built.get(encounter.getKey())))
                .count();
        long invented =
                built.keySet().stream().filter(id -> !accepted.containsKey(id)).count();
        holds(
                "I1 no loss",
                lost == 0 && invented == 0,
                "%,d encounters; %d without exactly their claims, %d claims' encounters unknown"
                        .formatted(accepted.size(), lost, invented));
    }

    /** I3: the ledger proves itself, and every claim's payment is what the payer says it paid. */
    void moneyIsRight() throws IOException, InterruptedException {
        JsonNode proof = json.readTree(get("claims-service", "/ledger/proof"));
        holds(
                "I3 ledger proof",
                proof.path("holds").asBoolean(),
                "%,d entries".formatted(proof.path("entries").asLong()));
        JsonNode total = json.readTree(get("claims-service", "/claims/summary"))
                .path("total")
                .path("money");
        long billed = cents(total, "billed");
        long explained =
                cents(total, "paid") + cents(total, "adjusted") + cents(total, "patient") + cents(total, "open");
        holds(
                "I3 billed = paid + adjusted + patient + open",
                billed == explained,
                "%,.2f = %,.2f".formatted(billed / 100.0, explained / 100.0));
        comparePayments();
    }

    private void comparePayments() throws IOException, InterruptedException {
        Map<String, long[]> ours = new HashMap<>();
        for (Object[] row : databases.rows(
                "claims",
                "select c.number, m.billed_cents, m.paid_cents, m.adjusted_cents, m.patient_cents"
                        + " from claim c join claim_money m on m.claim_id = c.id")) {
            ours.put((String) row[0], new long[] {cents(row[1]), cents(row[2]), cents(row[3]), cents(row[4])});
        }
        List<String> differing = new ArrayList<>();
        long claims = 0;
        // Line by line: a long run's books are larger than our memory.
        try (var lines = ask("payer-simulator", "/ledger/claims", BodyHandlers.ofLines())) {
            for (String line : (Iterable<String>) lines::iterator) {
                JsonNode theirs = json.readTree(line);
                claims++;
                long[] mine = ours.getOrDefault(theirs.path("claim").asText(), new long[4]);
                if (mine[0] != theirs.path("billedCents").asLong()
                        || mine[1] != theirs.path("paidCents").asLong()
                        || mine[2] != theirs.path("adjustedCents").asLong()
                        || mine[3] != theirs.path("patientCents").asLong()) {
                    differing.add(theirs.path("claim").asText());
                }
            }
        }
        holds(
                "I3 equal to the payers' own ledger",
                differing.isEmpty() && claims == ours.size(),
                "%,d claims here, %,d there; %d differ %s"
                        .formatted(
                                ours.size(),
                                claims,
                                differing.size(),
                                differing.stream().limit(SHOWN).toList()));
    }

    /** I4: the payers saw every claim once for each intent, and had nothing to complain of. */
    void sentOnce() throws IOException, InterruptedException {
        JsonNode summary = json.readTree(get("payer-simulator", "/ledger/summary"));
        JsonNode complaints = json.readTree(get("payer-simulator", "/complaints"));
        holds(
                "I4 sent once",
                summary.path("duplicates").asInt() == 0,
                "%,d files".formatted(summary.path("files").asInt()));
        holds(
                "I4 read without a complaint",
                complaints.isEmpty(),
                complaints.isEmpty() ? "0 complaints" : complaints.size() + ", first: " + complaints.get(0));
    }

    /** I5: a second delivery of everything changes no row. */
    void replayChangesNothing(Map<String, String> before, Map<String, String> after, long messages) {
        List<String> changed = before.keySet().stream()
                .filter(table -> !Objects.equals(before.get(table), after.get(table)))
                .map(table -> table + ": " + before.get(table) + " → " + after.get(table))
                .toList();
        holds(
                "I5 replay changes no row",
                changed.isEmpty(),
                "%,d messages delivered again; %d of %d tables changed %s"
                        .formatted(messages, changed.size(), before.size(), changed));
    }

    /** I9: nothing waits anywhere. */
    void atRest(Quiescence quiescence) {
        long outbox = quiescence.outbox();
        long lag = quiescence.lag();
        long parked = quiescence.parked();
        long underWay = quiescence.underWay();
        holds(
                "I9 at rest",
                outbox + lag + parked + underWay == 0,
                "outbox %d, lag %d, parked %d, under way %d".formatted(outbox, lag, parked, underWay));
    }

    private void holds(String name, boolean holds, String detail) {
        out.printf("  %-48s %s  %s%n", name, holds ? "holds " : "BROKEN", detail);
        if (!holds) {
            violations.add(name + ": " + detail);
        }
    }

    private String get(String program, String path) throws IOException, InterruptedException {
        return ask(program, path, BodyHandlers.ofString());
    }

    /** As the supervisor; the payers' own books ask nobody who reads them. */
    private <T> T ask(String program, String path, BodyHandler<T> handler) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(stack.address(program)).resolve(path));
        if (!program.equals("payer-simulator")) {
            request.header("Authorization", "Bearer " + supervisor.token());
        }
        var answer = http.send(request.build(), handler);
        if (answer.statusCode() != 200) {
            throw new IOException(program + path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static long cents(JsonNode money, String field) {
        return new java.math.BigDecimal(money.path(field).asText())
                .movePointRight(2)
                .longValueExact();
    }

    private static long cents(Object column) {
        return ((Number) column).longValue();
    }
}
