package io.openrcm.coding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrcm.coding.intake.EncounterReader;
import io.openrcm.coding.intake.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** A complete inpatient encounter of February 2026, and what becomes of it when one thing is different. */
public final class EncounterFixture {

    public static final LocalDate TODAY = LocalDate.of(2026, 2, 20);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode body;

    private EncounterFixture(ObjectNode body) {
        this.body = body;
    }

    /** The example as it stands. */
    public static EncounterFixture anEncounter() {
        try (var file = EncounterFixture.class.getResourceAsStream("/encounters/inpatient.json")) {
            return new EncounterFixture((ObjectNode) JSON.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that no other test sends. */
    public static EncounterFixture aNewEncounter() {
        return anEncounter().with("/source/encounterId", "V-" + UUID.randomUUID());
    }

    /** The example without diagnoses and without the codes of its professional charges. */
    public static EncounterFixture anUncodedEncounter() {
        return aNewEncounter()
                .with("/diagnoses", JSON.createArrayNode())
                .with("/procedures", JSON.createArrayNode())
                .without("/charges/4/procedureCode")
                .without("/charges/4/modifiers")
                .without("/charges/4/diagnosisPointers")
                .without("/charges/5/diagnosisPointers");
    }

    /** Under 42 CFR Part 2; {@code label} is JSON, for instance with a consent. */
    public EncounterFixture underPart2(String label) {
        try {
            return with("/part2", JSON.readTree(label));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets the value at a JSON pointer, whose parent exists. */
    public EncounterFixture with(String pointer, Object value) {
        JsonNode node = value instanceof JsonNode given ? given : JSON.valueToTree(value);
        JsonNode parent = parent(pointer);
        if (parent instanceof ArrayNode list) {
            int index = Integer.parseInt(name(pointer));
            if (index == list.size()) {
                list.add(node);
            } else {
                list.set(index, node);
            }
        } else {
            ((ObjectNode) parent).set(name(pointer), node);
        }
        return this;
    }

    public EncounterFixture without(String pointer) {
        JsonNode parent = parent(pointer);
        if (parent instanceof ArrayNode list) {
            list.remove(Integer.parseInt(name(pointer)));
        } else {
            ((ObjectNode) parent).remove(name(pointer));
        }
        return this;
    }

    public EncounterFixture version(int version) {
        return with("/source/version", version);
    }

    public ObjectNode tree() {
        return body;
    }

    public String encounterId() {
        return body.at("/source/encounterId").asText();
    }

    public String json() {
        return body.toString();
    }

    public Submission read() {
        byte[] bytes = json().getBytes(StandardCharsets.UTF_8);
        return new EncounterReader().read(bytes, 0, bytes.length, TODAY);
    }

    private JsonNode parent(String pointer) {
        return body.at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
