package io.openrcm.coding.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import io.openrcm.events.InvalidValue;
import io.openrcm.rest.FieldError;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Notes what does not fit while JSON is bound to records, and lets the reading go on with nothing in its place. The list of
 * errors travels as an attribute of each reading.
 */
final class BindingErrors extends DeserializationProblemHandler {

    static final Object ERRORS = BindingErrors.class;

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context, JsonParser parser, JsonDeserializer<?> reader, Object bean, String name)
            throws IOException {
        // A record collects unknown fields aside and reports them after its end, where only the parent's place is
        // known.
        boolean isReportedLate = !parser.equals(context.getParser());
        String place = pointer(context);
        add(
                context,
                isReportedLate ? place + "/" + escaped(name) : place,
                "UNKNOWN_FIELD",
                "this field is not known here");
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> target, String value, String message) {
        add(context, pointer(context), "FORMAT", "expected " + expected(target));
        return nothing(target);
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> target, Number value, String message) {
        add(context, pointer(context), "FORMAT", "expected " + expected(target));
        return nothing(target);
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String message)
            throws IOException {
        add(context, pointer(context), "TYPE", "expected " + expected(target.getRawClass()));
        parser.skipChildren();
        return nothing(target.getRawClass());
    }

    @Override
    public @Nullable Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> target,
            ValueInstantiator instantiator,
            JsonParser parser,
            String message)
            throws IOException {
        add(context, pointer(context), "TYPE", "expected " + expected(target));
        parser.skipChildren();
        return nothing(target);
    }

    @Override
    public @Nullable Object handleInstantiationProblem(
            DeserializationContext context, Class<?> target, Object argument, Throwable problem) {
        InvalidValue refused = refusal(problem);
        if (refused != null) {
            add(context, pointer(context), refused.rule(), String.valueOf(refused.getMessage()));
        } else if (errors(context).isEmpty()) {
            add(context, pointer(context), "INVALID", "this part cannot be used as it is");
        }
        return null;
    }

    private static @Nullable InvalidValue refusal(@Nullable Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidValue refused) {
                return refused;
            }
        }
        return null;
    }

    static String expected(Class<?> target) {
        if (target.isEnum()) {
            return Arrays.stream(target.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
        }
        return switch (target.getSimpleName()) {
            case "LocalDate" -> "a date like 2026-11-23";
            case "LocalDateTime" -> "a local time like 2026-11-23T09:30";
            case "Money" -> "an amount as a string like \"125.50\"";
            case "List", "ArrayList" -> "a list";
            case "Integer", "int" -> "a whole number";
            case "BigDecimal" -> "a number";
            case "Boolean", "boolean" -> "true or false";
            case "String", "Npi", "PayerId", "FacilityId", "ConsentReference" -> "a string";
            default -> "an object";
        };
    }

    /** What stands for a value that could not be read. */
    private static @Nullable Object nothing(Class<?> target) {
        if (target == int.class) {
            return 0;
        }
        if (target == boolean.class) {
            return false;
        }
        return List.class.isAssignableFrom(target) ? List.of() : null;
    }

    private static String pointer(DeserializationContext context) {
        return context.getParser().getParsingContext().pathAsPointer().toString();
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static void add(DeserializationContext context, String pointer, String rule, String sentence) {
        errors(context).add(new FieldError(pointer, rule, sentence));
    }

    @SuppressWarnings("unchecked")
    private static List<FieldError> errors(DeserializationContext context) {
        return (List<FieldError>) context.getAttribute(ERRORS);
    }
}
