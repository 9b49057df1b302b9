package io.openrcm.coding.intake;

import io.openrcm.rest.FieldError;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Walks a record and finds required components that are absent, and text that is blank, too long or has control characters. A
 * component is required unless its type says {@code @Nullable}; so what may be absent is said once, by the records.
 */
final class Completeness {

    private static final int MAX_TEXT = 80;

    /** Longest texts by component; names and addresses as X12 837 takes them (NM103, NM104, NM105, N301, N401). */
    private static final Map<String, Integer> MAX_LENGTHS = Map.of(
            "family",
            60,
            "given",
            35,
            "middle",
            25,
            "street",
            55,
            "street2",
            55,
            "city",
            30,
            "payerName",
            60,
            "text",
            20_000,
            "medicalRecordNumber",
            50);

    private static final Map<Class<?>, Part[]> PARTS = new ConcurrentHashMap<>();

    private final List<FieldError> errors;

    Completeness(List<FieldError> errors) {
        this.errors = errors;
    }

    private record Part(String name, java.lang.reflect.Method accessor, boolean isRequired, int maxLength) {

        @Nullable
        Object of(Record owner) {
            try {
                return accessor.invoke(owner);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record's own accessor failed: " + accessor, e);
            }
        }
    }

    /** Checks the record at the JSON pointer {@code at}, which is empty for the root. */
    void check(Record record, String at) {
        for (Part part : PARTS.computeIfAbsent(record.getClass(), Completeness::partsOf)) {
            Object value = part.of(record);
            if (value == null) {
                if (part.isRequired()) {
                    addOnce(at + "/" + part.name(), "REQUIRED", "this field is required");
                }
            } else if (value instanceof String text) {
                checkText(text, part, at);
            } else if (value instanceof Record inner && hasParts(inner)) {
                check(inner, at + "/" + part.name());
            } else if (value instanceof List<?> list) {
                checkItems(list, at + "/" + part.name());
            }
        }
    }

    private void checkItems(List<?> items, String at) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Record inner) {
                check(inner, at + "/" + i);
            }
        }
    }

    private void checkText(String text, Part part, String at) {
        if (text.length() > part.maxLength()) {
            addOnce(at + "/" + part.name(), "TEXT_LENGTH", "at most " + part.maxLength() + " characters");
        }
        if (text.isBlank()) {
            addOnce(at + "/" + part.name(), "BLANK", "leave the field out, or give it a value");
        }
        boolean isLong = part.maxLength() > MAX_TEXT;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLineEnd = isLong && (c == '\n' || c == '\r' || c == '\t');
            if ((Character.isISOControl(c) && !isLineEnd) || isUnpaired(text, i)) {
                addOnce(at + "/" + part.name(), "CONTROL_CHARACTER", "control characters are not text");
                return;
            }
        }
    }

    private static boolean isUnpaired(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    /** A part that did not bind is absent, too, and was reported already. */
    private void addOnce(String pointer, String rule, String sentence) {
        if (errors.stream().noneMatch(error -> error.field().equals(pointer))) {
            errors.add(new FieldError(pointer, rule, sentence));
        }
    }

    /** Single values such as an NPI check themselves. */
    private static boolean hasParts(Record record) {
        return PARTS.computeIfAbsent(record.getClass(), Completeness::partsOf).length > 1;
    }

    private static Part[] partsOf(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Part[] parts = new Part[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            boolean isNullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            parts[i] = new Part(
                    component.getName(),
                    component.getAccessor(),
                    !isNullable,
                    MAX_LENGTHS.getOrDefault(component.getName(), MAX_TEXT));
        }
        return parts;
    }
}
