package io.openrcm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrcm.bench.Correspondence.Line;
import io.openrcm.local.LocalStack;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The one patient goes through everything that can happen to an encounter, a claim, a message and a file, and through everything that can go wrong. */
final class CanaryStory {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LIMIT_SECONDS = 150;
    private static final Set<String> UNDER_WAY = Set.of("NOT_READY", "SENT", "PENDED");

    private final Path samples;
    private final Databases databases;
    private final LocalStack stack;
    private final Correspondence correspondence;
    private final Line hospital;
    private final Line coder;
    private final Line biller;
    private final Line desk;
    private final Line adapter;
    private final Line claimsAdministrator;
    private final Map<String, String> encounters = new TreeMap<>();
    private Map<String, String> answered = Map.of();

    CanaryStory(Path root, LocalStack stack, TokenIssuer tokens, Databases databases, Correspondence correspondence) {
        this.samples = root.resolve("deploy/local/samples");
        this.stack = stack;
        this.databases = databases;
        this.correspondence = correspondence;
        hospital = correspondence.line("coding-service", tokens.in("hospital-system"));
        coder = correspondence.line("coding-service", tokens.in("coder"));
        biller = correspondence.line("claims-service", tokens.in("biller"));
        desk = correspondence.line("followup-service", tokens.in("denial-specialist"));
        adapter = correspondence.line("payer-gateway", tokens.in("payer-adapter"));
        claimsAdministrator = correspondence.line("claims-service", tokens.in("administrator"));
    }

    void tell() throws Exception {
        databasesThatRefuseARow();
        encountersOfEveryEnd();
        encountersThatAreRefused();
        aStream();
        new PlantedMessages(stack).send();
        filesThatNobodyCanRead();
        stack.kill("claims-service");
        stack.restart("claims-service");
        awaitClaims();
        await("parked messages", () -> parked() >= 2);
        answered = labels();
        workAtTheDesk();
        questionsThatAreRefused();
        try (var quiescence = new Quiescence(stack, databases)) {
            await("rest", quiescence::isReached);
        }
    }

    /** The labels of the claims of this story's encounters, by the encounter's number. */
    Map<String, String> labels() {
        var labels = new TreeMap<String, String>();
        var known = databases.rows("claims", "select encounter_id::text, label from claim");
        encounters.forEach((number, id) -> known.stream()
                .filter(claim -> claim[0].equals(id))
                .forEach(claim -> labels.merge(number, (String) claim[1], (one, other) -> one + "+" + other)));
        return labels;
    }

    /** What the payers made of them, before anybody did something about it. */
    Map<String, String> answered() {
        return answered;
    }

    long parked() {
        return databases.number("claims", "select count(*) from parked_message where state = 'PARKED'");
    }

    /** The intake fails with the row in its hands, and so does a listener, whose message is parked and tried again later. */
    private void databasesThatRefuseARow() throws Exception {
        databases.change("coding", "alter table encounter add constraint broken check (source_system <> 'BROKEN')");
        var broken = encounter("22-clinic-cold", "BROKEN", "00");
        ((ObjectNode) broken.path("source")).put("system", "BROKEN");
        assertThat(hospital.post("/encounters", broken.toString()).status()).isEqualTo(500);
        databases.change("coding", "alter table encounter drop constraint broken");

        databases.change("claims", "alter table claim_version add constraint broken check (version < 0) not valid");
        take("22-clinic-cold", "RETRIED", "00");
        await("a message that cannot be applied", () -> parked() == 1);
        databases.change("claims", "alter table claim_version drop constraint broken");
        var parked =
                claimsAdministrator.get("/parked-messages").json().path("items").path(0);
        assertThat(claimsAdministrator
                        .post("/parked-messages/" + parked.path("id").asText() + "/retries", "")
                        .body())
                .contains("RETRIED");
    }

    private void encountersOfEveryEnd() throws Exception {
        take("22-clinic-cold", "PAID", "00");
        take("22-clinic-cold", "SHARED", "12");
        take("22-clinic-cold", "DENIED", "22");
        take("22-clinic-cold", "REJECTED", "32");
        take("22-clinic-cold", "UNBALANCED", "45");
        take("41-inpatient-no-attending", "HELD", "00");
        take("39-clinic-uncoded", "UNCODED", "00");
        take("40-ed-expired-code", "QUARANTINED", "00");
        var changed = encounter("22-clinic-cold", "PAID", "00");
        ((ObjectNode) changed.path("patient").path("address")).put("street", "1 " + Canaries.STREET.text());
        assertThat(hospital.post("/encounters", changed.toString()).status()).isEqualTo(409);
        var path = "/encounters/" + encounters.get("UNCODED");
        var taken = coder.send("PUT", path + "/coder", "{}");
        var assignment = """
                {"diagnoses":[{"code":"%s","role":"PRINCIPAL"}],"procedures":[],"charges":[]}""";
        assertThat(coder.send(
                                "PUT",
                                path + "/code-assignment",
                                assignment.formatted(Canaries.FAMILY.text()),
                                "If-Match",
                                taken.etag())
                        .status())
                .isBetween(400, 499);
    }

    /** What belongs in one field stands in another, or what is sent is no JSON at all. */
    private void encountersThatAreRefused() throws Exception {
        var good = encounter("22-clinic-cold", "REFUSED", "00").toString();
        var name = Canaries.FAMILY.text();
        var number = Canaries.SOCIAL_SECURITY.text();
        for (var broken : List.of(
                good.replace("\"1917-08-23\"", "\"" + name + "\""),
                good.replace("\"1917-08-23\"", "\"1917-08-23T" + name + "\""),
                good.replace("\"FEMALE\"", "\"" + name + "\""),
                good.replace("\"CLINIC\"", "\"" + name + "\""),
                good.replace("\"165.00\"", "\"" + number + "\""),
                good.replace("\"1999000189\"", "\"" + number + "\""),
                good.replace("\"units\":1", "\"units\":\"" + number + "\""),
                good.replace("\"SELF\"", "\"" + Canaries.SUBSCRIBER.text() + "\""),
                good.replace("\"rank\":1", "\"rank\":1,\"note\":\"" + Canaries.NOTE.text() + "\""),
                good.replace("\"rank\":1", "\"rank\":1,\"" + name + "\":1"),
                good.replace("\"rank\":1", "\"rank\":1,\"" + number + "\":1"),
                good.replace("\"rank\":1", "\"" + name + "\":1,\"rank\":1,\"" + name + "\":2"),
                good.replace("\"diagnoses\":[", "\"diagnoses\":[\"" + name + "\","),
                good.replace("\"" + name + "\"", name),
                good.substring(0, good.indexOf(Canaries.STREET.text()) + 10),
                "[" + good + "]",
                "\"" + name + "\"",
                name)) {
            assertThat(broken).isNotEqualTo(good);
            assertThat(hospital.post("/encounters", broken).status()).as(broken).isBetween(400, 499);
        }
        assertThat(hospital.post("/encounters", good, "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(hospital.post("/encounters", "x", "Idempotency-Key", name.repeat(60))
                        .status())
                .isBetween(400, 499);
    }

    private void aStream() throws Exception {
        var streamed = encounter("22-clinic-cold", "STREAMED", "00").toString();
        var lines = streamed + "\n"
                + streamed.replace("\"STREAMED", "\"" + Canaries.FAMILY.text()).substring(0, 200) + "\n"
                + Canaries.FAMILY.text() + "\n"
                + streamed.replace("\"1917-08-23\"", "\"" + Canaries.FAMILY.text() + "\"") + "\n";
        var answer = hospital.post("/encounters/bulk", lines, "Content-Type", "application/x-ndjson");
        assertThat(answer.status()).isEqualTo(200);
        var results = answer.body().lines().toList();
        assertThat(results).hasSize(4);
        encounters.put("STREAMED", JSON.readTree(results.getFirst()).path("id").asText());
        correspondence.errors().addAll(results.subList(1, results.size()));
    }

    private void filesThatNobodyCanRead() throws Exception {
        var partner = (String) databases.rows("gateway", "select id from trading_partner order by id limit 1")
                .getFirst()[0];
        var path = "/trading-partners/" + partner + "/files";
        var person = Canaries.FAMILY.text() + "*" + Canaries.GIVEN.text() + "****MI*" + Canaries.MEMBER.text();
        var header =
                "ISA*00*          *00*          *ZZ*PAYER          *ZZ*US             *261123*1200*^*00501*000000001*0*P*:~";
        for (var file : List.of(
                "Dear sirs, " + Canaries.FAMILY.text() + " was here",
                header + "GS*HP*A*B*20261123*1200*1*X*005010X221A1~ST*835*0001~NM1*QC*1*" + person + "~",
                header + "GS*" + Canaries.FAMILY.text() + "~" + Canaries.SOCIAL_SECURITY.text()
                        + "~IEA*1*000000001~")) {
            var pushed = adapter.post(
                    path,
                    file,
                    "Content-Type",
                    "application/octet-stream",
                    "File-Name",
                    Canaries.FAMILY.text() + "_" + Canaries.SOCIAL_SECURITY.text() + ".835");
            assertThat(pushed.status()).as(pushed.body()).isEqualTo(201);
        }
        await(
                "files are put aside",
                () -> databases.number(
                                "gateway",
                                "select count(*) from received_file where status in ('QUARANTINED', 'UNSUPPORTED')")
                        >= 3);
    }

    private void workAtTheDesk() throws Exception {
        var note = "{\"text\":\"" + Canaries.FAMILY.text() + " " + Canaries.NOTE.text() + "\"}";
        var items = desk.get("/work-items?limit=50").json().path("items");
        assertThat(items).isNotEmpty();
        for (JsonNode item : items) {
            var reply = desk.post(
                    "/work-items/" + item.path("id").asText() + "/notes",
                    note,
                    "Idempotency-Key",
                    "canary-" + item.path("id").asText());
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        }
        sendBackCorrected(items);
        for (JsonNode claim : biller.get("/claims?label=ON_HOLD").json().path("items")) {
            var path = "/claims/" + claim.path("claim").path("number").asText();
            var read = biller.get(path);
            var wrong = "{\"corrections\":[{\"field\":\"/" + Canaries.FAMILY.text() + "\",\"value\":\""
                    + Canaries.SOCIAL_SECURITY.text() + "\"}],\"note\":\"" + Canaries.NOTE.text() + "\"}";
            assertThat(biller.post(path + "/corrections", wrong, "If-Match", read.etag())
                            .status())
                    .isBetween(400, 499);
            var right = JSON.createObjectNode();
            right.set(
                    "corrections",
                    sample("41-inpatient-no-attending").path("desk").path("corrections"));
            right.put("note", Canaries.FAMILY.text() + " " + Canaries.NOTE.text());
            var corrected = biller.post(path + "/corrections", right.toString(), "If-Match", read.etag());
            assertThat(corrected.status()).as(corrected.body()).isBetween(200, 299);
        }
        await("the corrected claim is paid", () -> "PAID".equals(labels().get("HELD")));
    }

    /** The work on a claim that a payer rejected: it goes again, and its correction travels as an event. */
    private void sendBackCorrected(JsonNode items) throws Exception {
        for (JsonNode item : items) {
            if (item.path("kind").asText().contains("REJECT")) {
                var path = "/work-items/" + item.path("id").asText();
                assertThat(desk.post(path + "/leases", "{}").status()).isEqualTo(200);
                var correction =
                        JSON.createObjectNode().put("note", Canaries.FAMILY.text() + " " + Canaries.NOTE.text());
                var _ = correction
                        .putArray("corrections")
                        .addObject()
                        .put("field", "/coverages/0/memberId")
                        .put("value", "\"" + Canaries.MEMBER.text() + "01\"");
                var asked = desk.post(
                        path + "/corrections",
                        correction.toString(),
                        "If-Match",
                        desk.get(path).etag());
                assertThat(asked.status()).as(asked.body()).isEqualTo(200);
                await("the rejected claim is paid after all", () -> "PAID".equals(labels().get("REJECTED")));
            }
        }
    }

    private void questionsThatAreRefused() throws Exception {
        var name = URLEncoder.encode(
                Canaries.FAMILY.text() + " " + Canaries.SOCIAL_SECURITY.text(), StandardCharsets.UTF_8);
        for (var question : List.of(
                Map.entry(biller, "/claims?servicedFrom=" + name),
                Map.entry(biller, "/claims?label=" + name),
                Map.entry(biller, "/claims?encounterId=" + name),
                Map.entry(biller, "/claims?after=" + name),
                Map.entry(biller, "/claims?limit=" + name),
                Map.entry(biller, "/claims/" + name),
                Map.entry(biller, "/remittances/" + name),
                Map.entry(biller, "/" + name + "?patient=" + name),
                Map.entry(coder, "/encounters/" + name),
                Map.entry(coder, "/encounters?after=" + name),
                Map.entry(coder, "/encounters?limit=" + name),
                Map.entry(desk, "/work-items/" + name),
                Map.entry(desk, "/work-items?after=" + name),
                Map.entry(desk, "/work-items?limit=" + name))) {
            assertThat(question.getKey().get(question.getValue()).status())
                    .as(question.getValue())
                    .isBetween(400, 499);
        }
        for (var service : Databases.SERVICES) {
            assertThat(correspondence
                            .send(service, Canaries.FAMILY.text(), "GET", "/parked-messages", "")
                            .status())
                    .isEqualTo(401);
        }
        assertThat(biller.send("GET", "/claims", "", "Emergency-Access", Canaries.FAMILY.text())
                        .status())
                .isBetween(400, 499);
    }

    private void take(String sample, String number, String ending) throws Exception {
        var reply = hospital.post(
                "/encounters", encounter(sample, number, ending).toString(), "Idempotency-Key", "canary-" + number);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        encounters.put(number, reply.json().path("id").asText());
    }

    /** A sample, as the patient's. */
    private ObjectNode encounter(String sample, String number, String ending) throws IOException {
        var encounter = (ObjectNode) sample(sample).path("encounter");
        var source = (ObjectNode) encounter.path("source");
        source.put("system", "CANARY-HIS").put("encounterId", Canaries.ACCOUNT.text() + "-" + number);
        var patient = (ObjectNode) encounter.path("patient");
        patient.put("birthDate", Canaries.BIRTH_DATE.text()).put("medicalRecordNumber", Canaries.MEDICAL_RECORD.text());
        patient.set("name", name(Canaries.FAMILY).put("middle", Canaries.MIDDLE.text()));
        var address = (ObjectNode) patient.path("address");
        address.put("street", "48213 " + Canaries.STREET.text()).put("city", Canaries.CITY.text());
        var coverage = (ObjectNode) encounter.path("coverages").path(0);
        coverage.put("memberId", Canaries.MEMBER.text() + ending).put("groupNumber", Canaries.GROUP.text());
        coverage.put("priorAuthorization", "987654329");
        if (number.equals("SHARED")) {
            coverage.put("relationship", "SPOUSE");
            var subscriber = patient.deepCopy().put("sex", "MALE");
            subscriber.remove("medicalRecordNumber");
            subscriber.set("name", name(Canaries.SUBSCRIBER));
            coverage.set("subscriber", subscriber);
        }
        var _ = encounter
                .putArray("notes")
                .addObject()
                .put("writtenAt", "2026-11-18T10:20:00")
                .put("author", "dwhitaker")
                .put(
                        "text",
                        Canaries.FAMILY.text() + ", " + Canaries.SOCIAL_SECURITY.text() + ", " + Canaries.NOTE.text());
        return encounter;
    }

    private static ObjectNode name(Canaries family) {
        return JSON.createObjectNode().put("family", family.text()).put("given", Canaries.GIVEN.text());
    }

    private JsonNode sample(String name) throws IOException {
        return JSON.readTree(Files.readString(samples.resolve(name + ".json")));
    }

    private void awaitClaims() throws Exception {
        await("claims have their answers", () -> {
            var labels = labels();
            return labels.size() == encounters.size() - 2
                    && labels.entrySet().stream()
                            .noneMatch(claim -> UNDER_WAY.contains(claim.getValue())
                                    || claim.getValue().equals("ACCEPTED_BY_PAYER")
                                            && !claim.getKey().equals("UNBALANCED"));
        });
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }

    private void await(String what, Condition condition) throws Exception {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!condition.holds()) {
            assertThat(System.nanoTime())
                    .as("awaited: %s; claims: %s", what, labels())
                    .isLessThan(giveUp);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
