package io.openrcm.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One sample encounter.
 *
 * @param expect where it ends: the label of its claims, or the encounter's own status where there is no claim
 * @param story why it ends there, in one sentence
 * @param encounter what the hospital posts
 * @param desk what a person does about it; missing where nobody has to
 */
record Sample(String name, String title, String expect, String story, JsonNode encounter, JsonNode desk) {

    /** Every sample in the folder, in the order of their names. */
    static List<Sample> all(Path folder) {
        var json = new ObjectMapper();
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> read(json, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The samples cannot be read.", e);
        }
    }

    private static Sample read(ObjectMapper json, Path file) {
        try {
            JsonNode node = json.readTree(Files.readString(file));
            String name = file.getFileName().toString().replace(".json", "");
            return new Sample(
                    name,
                    node.path("title").asText(),
                    node.path("expect").asText(),
                    node.path("story").asText(),
                    node.path("encounter"),
                    node.path("desk"));
        } catch (IOException e) {
            throw new UncheckedIOException("Not a sample: " + file, e);
        }
    }

    String payer() {
        return encounter.path("coverages").path(0).path("payer").asText("-");
    }
}
