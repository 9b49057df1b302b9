package io.openrcm.rest.edge;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import io.openrcm.events.InvalidValue;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what was wrong with a JSON body: which field, which rule, and never the value. */
public final class JsonErrors {

    private JsonErrors() {}

    public static Problem problem(JsonProcessingException e) {
        return switch (e) {
            case PropertyBindingException unknown ->
                new Problem(
                        RestProblem.UNKNOWN_FIELD,
                        "Remove the field, or mend its name.",
                        List.of(new FieldError(pointer(unknown), "UNKNOWN_FIELD", "this field is not known here")));
            case JsonMappingException mapping ->
                new Problem(
                        RestProblem.INVALID_FIELD, "Mend the field and send it again.", List.of(fieldError(mapping)));
            default ->
                new Problem(
                        RestProblem.INVALID_JSON,
                        "The text stops being JSON at " + place(e.getLocation()) + ".",
                        List.of(new FieldError("", "JSON_SYNTAX", "not JSON at " + place(e.getLocation()))));
        };
    }

    /** The field of a mapping error, with the rule of the value type that refused it where there is one. */
    public static FieldError fieldError(JsonMappingException e) {
        String pointer = pointer(e);
        InvalidValue refused = invalidValue(e);
        if (refused != null) {
            return new FieldError(pointer, refused.rule(), String.valueOf(refused.getMessage()));
        }
        return switch (e) {
            case InvalidNullException absent -> new FieldError(pointer, "REQUIRED", "this field is required");
            case InvalidFormatException format -> new FieldError(pointer, "FORMAT", "expected " + expected(format));
            case MismatchedInputException missing
            when String.valueOf(missing.getOriginalMessage()).startsWith("Missing required creator property") ->
                new FieldError(pointer, "REQUIRED", "this field is required");
            case MismatchedInputException mismatch -> new FieldError(pointer, "TYPE", "expected " + expected(mismatch));
            default -> new FieldError(pointer, "INVALID", "this field cannot be used as it is");
        };
    }

    private static @Nullable InvalidValue invalidValue(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidValue refused) {
                return refused;
            }
        }
        return null;
    }

    private static String expected(MismatchedInputException e) {
        Class<?> target = e.getTargetType();
        if (target == null) {
            return "another type";
        }
        if (target.isEnum()) {
            return Arrays.stream(target.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
        }
        return switch (target.getSimpleName()) {
            case "LocalDate" -> "a date like 2026-11-23";
            case "LocalDateTime" -> "a local time like 2026-11-23T09:30";
            case "UUID" -> "a UUID";
            case "Money" -> "an amount as a string like \"125.50\"";
            case "List" -> "a list";
            case "Integer", "int", "Long", "long" -> "a whole number";
            case "BigDecimal" -> "a number";
            case "Boolean", "boolean" -> "true or false";
            case "String" -> "a string";
            default -> "an object (" + target.getSimpleName().toLowerCase(Locale.ROOT) + ")";
        };
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null
                ? "its beginning"
                : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** As a JSON pointer has it, and without the character that no text in the database can have. */
    private static String named(String field) {
        return field.replace("~", "~0").replace("/", "~1").replace("\0", "");
    }

    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            pointer.append('/');
            if (step.getFieldName() != null) {
                pointer.append(named(step.getFieldName()));
            } else {
                pointer.append(step.getIndex());
            }
        }
        return pointer.toString();
    }
}
