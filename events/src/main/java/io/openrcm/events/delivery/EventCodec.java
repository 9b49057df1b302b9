package io.openrcm.events.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.openrcm.events.Event;
import io.openrcm.events.claims.ClaimEvent;
import io.openrcm.events.coding.CodingEvent;
import io.openrcm.events.delivery.wire.RequiredComponents;
import io.openrcm.events.delivery.wire.Undecodable;
import io.openrcm.events.followup.FollowUpEvent;
import io.openrcm.events.payer.PayerEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Events as JSON, one configuration for the wire and for JSON columns: names as the record components, nulls omitted, dates ISO. What a
 * reader does not know it ignores; what a record cannot be without must be there.
 */
@ApplicationScoped
public class EventCodec {

    private static final List<Class<? extends Event>> VOCABULARY =
            List.of(CodingEvent.class, ClaimEvent.class, PayerEvent.class, FollowUpEvent.class);

    private static final Map<String, Class<? extends Event>> TYPES = typesOf(VOCABULARY);

    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .annotationIntrospector(
                    AnnotationIntrospector.pair(new RequiredComponents(), new JacksonAnnotationIntrospector()))
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS, MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** For code that runs without an application. */
    public static EventCodec standard() {
        return new EventCodec();
    }

    /** The name of an event on the wire, for instance {@code ClaimHeld.v1}. */
    public static String wireType(Event event) {
        return wireType(event.getClass());
    }

    static String wireType(Class<?> type) {
        return type.getSimpleName() + ".v1";
    }

    /** Every event there is, by its wire type. */
    public static Map<String, Class<? extends Event>> types() {
        return TYPES;
    }

    public byte[] encode(Event event) {
        try {
            return mapper.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("cannot encode " + wireType(event), impossible);
        }
    }

    /**
     * Reads an event.
     *
     * @throws Undecodable if the type is unknown or the payload is not one of that type
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <E extends Event> E decode(String wireType, byte[] payload) {
        var type = TYPES.get(wireType);
        if (type == null) {
            throw new Undecodable(Undecodable.UNKNOWN_TYPE, "");
        }
        try {
            return (E) mapper.readValue(payload, type);
        } catch (JsonMappingException unfit) {
            throw new Undecodable(Undecodable.INVALID_PAYLOAD, pointer(unfit));
        } catch (IOException unreadable) {
            throw new Undecodable(Undecodable.INVALID_JSON, "");
        }
    }

    /** For JSON columns and documents; do not change its configuration. */
    public ObjectMapper mapper() {
        return mapper;
    }

    private static String pointer(JsonMappingException unfit) {
        return unfit.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("/", "/", ""));
    }

    private static Map<String, Class<? extends Event>> typesOf(List<Class<? extends Event>> roots) {
        var types = new TreeMap<String, Class<? extends Event>>();
        roots.forEach(root -> collect(root, types));
        return Collections.unmodifiableMap(types);
    }

    private static void collect(Class<?> type, Map<String, Class<? extends Event>> types) {
        if (type.isRecord()) {
            var other = types.put(wireType(type), type.asSubclass(Event.class));
            if (other != null) {
                throw new IllegalStateException("two events have the wire type " + wireType(type));
            }
            return;
        }
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            collect(permitted, types);
        }
    }
}
