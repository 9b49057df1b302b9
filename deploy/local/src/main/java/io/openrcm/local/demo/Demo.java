package io.openrcm.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrcm.local.identity.Tokens;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Sends the sample encounters, does the desk work, follows each to its end and adds the money up. */
public final class Demo {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int POLL_MILLIS = 400;
    private static final int SHOW_DESK_AFTER_POLLS = 5;

    private final Api coding;
    private final Api claims;
    private final Api followUp;
    private final Api simulator;
    private final Tokens tokens;
    private final PrintStream out;
    private final Table table;

    /**
     * The table and the summary are what the supervisor sees, who works for all hospitals: a payment that does not add up belongs to none.
     *
     * @param addresses as in {@code http://127.0.0.1:8081}, by program
     */
    public Demo(Map<String, String> addresses, HttpClient http, Tokens tokens, PrintStream out, boolean terminal) {
        var supervisor = tokens.person("supervisor");
        this.coding = Api.at(address(addresses, "coding-service"), http).as(supervisor);
        this.claims = Api.at(address(addresses, "claims-service"), http).as(supervisor);
        this.followUp = Api.at(address(addresses, "followup-service"), http).as(supervisor);
        this.simulator = Api.at(address(addresses, "payer-simulator"), http);
        this.tokens = tokens;
        this.out = out;
        this.table = new Table(out, terminal);
    }

    /** True if every sample in the folder came to the end that its story tells, and the money adds up. */
    public boolean run(Path samples) throws IOException, InterruptedException {
        List<Journey> journeys = send(Sample.all(samples));
        out.println();
        boolean allEnded = follow(journeys);
        table.showAtTheEnd(journeys);
        tellFates(journeys);
        boolean moneyAddsUp = new Summary(claims, followUp, simulator, out).print();
        boolean keptApart = facilitiesAreKeptApart(journeys);
        return allEnded && moneyAddsUp && keptApart;
    }

    /** All samples are Lakeside's: for a biller of another hospital they do not exist. */
    private boolean facilitiesAreKeptApart(List<Journey> journeys) throws IOException, InterruptedException {
        var harbor = claims.as(tokens.person("biller", "HARBOR"));
        int seen = pages(harbor, "/claims?limit=500").size();
        long asked =
                journeys.stream().flatMap(journey -> journey.claims().stream()).count();
        out.printf("The biller of the hospital HARBOR sees %d of these %d claims.%n", seen, asked);
        return seen == 0;
    }

    private List<Journey> send(List<Sample> samples) throws IOException, InterruptedException {
        out.printf("%nThe hospital sends %d sample encounters.%n", samples.size());
        var hospital = coding.as(tokens.hospital());
        var journeys = new ArrayList<Journey>();
        for (Sample sample : samples) {
            var answer = hospital.post("/encounters", null, sample.encounter());
            // A second demo finds the version that the desk work of the first one made.
            boolean known = answer.status() == 409
                    && answer.body().path("code").asText().equals("STALE_ENCOUNTER_VERSION");
            JsonNode body = known ? answer.body() : answer.good();
            journeys.add(new Journey(sample, known ? find(sample) : body));
        }
        return journeys;
    }

    private JsonNode find(Sample sample) throws IOException, InterruptedException {
        String id = sample.encounter().path("source").path("encounterId").asText();
        for (JsonNode encounter : encounters().values()) {
            if (encounter.path("encounterId").asText().equals(id)) {
                return encounter;
            }
        }
        throw new IllegalStateException("The encounter " + id + " is said to be known and is not listed.");
    }

    private boolean follow(List<Journey> journeys) throws IOException, InterruptedException {
        var desk = new Desk(coding, claims, tokens);
        long giveUp = System.nanoTime() + LIMIT.toNanos();
        for (int poll = 0; System.nanoTime() < giveUp; poll++) {
            look(journeys);
            table.show(journeys);
            if (journeys.stream().allMatch(Journey::isAtItsEnd)) {
                return true;
            }
            if (poll >= SHOW_DESK_AFTER_POLLS) {
                for (Journey journey : journeys) {
                    if (journey.needsDesk()) {
                        desk.workOn(journey);
                    }
                }
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return false;
    }

    private void look(List<Journey> journeys) throws IOException, InterruptedException {
        Map<String, JsonNode> encounters = encounters();
        Map<String, List<JsonNode>> byEncounter = new HashMap<>();
        for (JsonNode claim : pages(claims, "/claims?limit=500")) {
            byEncounter
                    .computeIfAbsent(claim.path("claim").path("encounterId").asText(), _ -> new ArrayList<>())
                    .add(claim);
        }
        Set<String> withWork = pages(followUp, "/work-items?limit=500").stream()
                .map(item -> item.path("claimNumber").asText())
                .collect(Collectors.toSet());
        for (Journey journey : journeys) {
            JsonNode encounter = encounters.get(journey.encounterId());
            if (encounter != null) {
                journey.seen(encounter, byEncounter.getOrDefault(journey.encounterId(), List.of()), withWork);
            }
        }
    }

    private Map<String, JsonNode> encounters() throws IOException, InterruptedException {
        var byId = new HashMap<String, JsonNode>();
        pages(coding, "/encounters?limit=500")
                .forEach(encounter -> byId.put(encounter.path("id").asText(), encounter));
        return byId;
    }

    private static List<JsonNode> pages(Api api, String path) throws IOException, InterruptedException {
        var items = new ArrayList<JsonNode>();
        JsonNode page = api.get(path).good();
        page.path("items").forEach(items::add);
        while (page.hasNonNull("next")) {
            page = api.get(path + "&after=" + page.path("next").asText()).good();
            page.path("items").forEach(items::add);
        }
        return items;
    }

    private void tellFates(List<Journey> journeys) {
        out.printf("%nWHAT BECAME OF THEM%n");
        for (Journey journey : journeys) {
            String mark = journey.isAtItsEnd() ? " " : "!";
            String expected = journey.isAtItsEnd()
                    ? ""
                    : " (expected: " + journey.sample().expect() + ")";
            out.printf(
                    "%s %-66.66s %s%s. %s%n",
                    mark,
                    journey.sample().title(),
                    journey.state(),
                    expected,
                    journey.sample().story());
        }
    }

    private static String address(Map<String, String> addresses, String program) {
        String address = addresses.get(program);
        if (address == null) {
            throw new IllegalArgumentException("no address of " + program);
        }
        return address;
    }
}
