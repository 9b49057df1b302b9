package io.openrcm.events.delivery.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrcm.events.Event;
import io.openrcm.security.access.AboutPatient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An event as JSON of which the {@link AboutPatient} components are one field, {@code sealed}: their JSON object, sealed, in Base64. Everything
 * else can be read as before.
 */
public final class SealedParts {

    private static final int USUAL_BYTES = 4096;

    private record Part(String name, Method accessor, boolean sealed) {}

    private record Parts(List<Part> all, boolean anySealed) {}

    private static final ClassValue<Parts> PARTS = new ClassValue<>() {
        @Override
        protected Parts computeValue(Class<?> event) {
            var all = Arrays.stream(event.getRecordComponents())
                    .map(component -> {
                        var accessor = component.getAccessor();
                        accessor.setAccessible(true);
                        return new Part(
                                component.getName(), accessor, component.isAnnotationPresent(AboutPatient.class));
                    })
                    .toList();
            return new Parts(all, all.stream().anyMatch(Part::sealed));
        }
    };

    private SealedParts() {}

    /** Whether an event of this type has a part that is sealed. */
    public static boolean has(Class<?> event) {
        return PARTS.get(event).anySealed();
    }

    /** The event's JSON with its sealed parts sealed. */
    public static byte[] write(ObjectMapper mapper, Event event, UnaryOperator<byte[]> seal) throws IOException {
        var open = new ByteArrayOutputStream(USUAL_BYTES);
        var hidden = new ByteArrayOutputStream(USUAL_BYTES);
        try (var openJson = mapper.createGenerator(open);
                var hiddenJson = mapper.createGenerator(hidden)) {
            var values = mapper.getSerializerProviderInstance();
            openJson.writeStartObject();
            hiddenJson.writeStartObject();
            for (Part part : PARTS.get(event.getClass()).all()) {
                var value = value(part, event);
                // As the codec does everywhere: what is null is left out.
                if (value != null) {
                    values.defaultSerializeField(part.name(), value, part.sealed() ? hiddenJson : openJson);
                }
            }
            hiddenJson.writeEndObject();
            openJson.writeEndObject();
        }
        return SealedField.appended(open.toByteArray(), seal.apply(hidden.toByteArray()));
    }

    private static @Nullable Object value(Part part, Event event) {
        try {
            return part.accessor().invoke(event);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("an event's component cannot be read: " + part.name(), impossible);
        }
    }

    /** The event's whole JSON. Empty-handed, null, if nothing in it is sealed. */
    public static byte @Nullable [] read(ObjectMapper mapper, byte[] payload, UnaryOperator<byte[]> open)
            throws IOException {
        var field = SealedField.find(mapper, payload);
        return field == null ? null : field.replacedBy(open.apply(field.content()));
    }
}
