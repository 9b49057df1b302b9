package io.openrcm.events.schema;

import io.openrcm.security.access.AboutPatient;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (2020-12) of an event, as its record says it. Fields that are not known are allowed: readers ignore them. On the wire the
 * properties marked {@code x-openrcm-sealed} are one property {@code sealed} instead, Base64 of their sealed JSON object.
 */
final class EventSchemas {

    private static final Map<String, Object> MONEY = text("pattern", "^-?\\d+\\.\\d{2}$");
    private static final Map<String, Object> NPI = text("pattern", "^\\d{10}$");
    private static final Map<String, Object> LOCAL_TIME =
            text("pattern", "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?$");

    private final Map<String, Class<?>> named = new TreeMap<>();

    private EventSchemas() {}

    static Map<String, Object> of(String wireType, Class<?> event) {
        var schemas = new EventSchemas();
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "https://openrcm.io/schema/" + wireType + ".json");
        schema.put("title", wireType);
        schema.putAll(schemas.object(event));
        var definitions = schemas.definitions();
        if (!definitions.isEmpty()) {
            schema.put("$defs", definitions);
        }
        return schema;
    }

    /** Writing a definition may name further records. */
    private Map<String, Object> definitions() {
        var definitions = new TreeMap<String, Object>();
        while (definitions.size() < named.size()) {
            for (var record : Map.copyOf(named).entrySet()) {
                definitions.computeIfAbsent(record.getKey(), unused -> object(record.getValue()));
            }
        }
        return definitions;
    }

    private Map<String, Object> object(Class<?> record) {
        var properties = new LinkedHashMap<String, Object>();
        for (var component : record.getRecordComponents()) {
            var property = new LinkedHashMap<>(schema(component.getGenericType()));
            if (component.isAnnotationPresent(AboutPatient.class)) {
                property.put("x-openrcm-sealed", true);
            }
            properties.put(component.getName(), property);
        }
        var required = Stream.of(record.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        return schema;
    }

    private Map<String, Object> schema(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            var items = new LinkedHashMap<String, Object>();
            items.put("type", "array");
            items.put("items", schema(list.getActualTypeArguments()[0]));
            return items;
        }
        var known = (Class<?>) type;
        return switch (known.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> Map.of("type", "integer");
            case "boolean", "Boolean" -> Map.of("type", "boolean");
            case "String" -> Map.of("type", "string");
            case "BigDecimal" -> Map.of("type", "number");
            case "UUID" -> format("uuid");
            case "LocalDate" -> format("date");
            case "Instant" -> format("date-time");
            case "LocalDateTime" -> LOCAL_TIME;
            case "Money" -> MONEY;
            case "Npi" -> NPI;
            default -> known.isEnum() ? oneOf(known) : recordSchema(known);
        };
    }

    private Map<String, Object> recordSchema(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("no schema for " + type.getName());
        }
        var components = type.getRecordComponents();
        if (components.length == 1 && components[0].getAccessor().getAnnotations().length > 0) {
            return value(type, components[0].getType());
        }
        var other = named.put(type.getSimpleName(), type);
        if (other != null && other != type) {
            throw new IllegalArgumentException("two records are called " + type.getSimpleName());
        }
        return Map.of("$ref", "#/$defs/" + type.getSimpleName());
    }

    /** A record that is one value on the wire, with the pattern that it demands. */
    private Map<String, Object> value(Class<?> type, Class<?> value) {
        var schema = new LinkedHashMap<>(schema(value));
        for (var field : type.getDeclaredFields()) {
            if (field.getType() == Pattern.class) {
                schema.put("pattern", "^" + constant(field) + "$");
            }
        }
        return schema;
    }

    private static Object constant(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }

    private static Map<String, Object> format(String format) {
        return text("format", format);
    }

    private static Map<String, Object> oneOf(Class<?> type) {
        return text(
                "enum", Stream.of(type.getEnumConstants()).map(Object::toString).toList());
    }

    private static Map<String, Object> text(String rule, Object value) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "string");
        schema.put(rule, value);
        return schema;
    }
}
