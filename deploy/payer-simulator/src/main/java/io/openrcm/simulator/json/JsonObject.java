package io.openrcm.simulator.json;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A JSON object read back, with accessors that say which field is missing or of another kind. */
public record JsonObject(Map<String, Object> fields) {

    public static JsonObject read(String text) {
        return new JsonReader(text).readDocument();
    }

    public String text(String field) {
        return (String) get(field);
    }

    public long number(String field) {
        return (Long) get(field);
    }

    public int count(String field) {
        return Math.toIntExact(number(field));
    }

    public boolean truth(String field) {
        return (Boolean) get(field);
    }

    public List<JsonObject> objects(String field) {
        return ((List<?>) get(field)).stream().map(JsonObject.class::cast).toList();
    }

    public List<String> texts(String field) {
        return ((List<?>) get(field)).stream().map(String.class::cast).toList();
    }

    private Object get(String field) {
        return Objects.requireNonNull(fields.get(field), field);
    }
}
