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
import io.openrcm.events.delivery.wire.EventHeaders;
import io.openrcm.events.delivery.wire.RequiredComponents;
import io.openrcm.events.delivery.wire.SealedParts;
import io.openrcm.events.delivery.wire.Undecodable;
import io.openrcm.events.followup.FollowUpEvent;
import io.openrcm.events.payer.PayerEvent;
import io.openrcm.security.sealing.EventSealer;
import io.openrcm.security.sealing.Unsealable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

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

    private final @Nullable EventSealer sealer;
    private final boolean acceptsUnsealed;

    /**
     * Of a service.
     *
     * @param unsealed {@code openrcm.events.unsealed}: whether to {@code refuse} or to {@code accept} what should be sealed and is not
     */
    @Inject
    EventCodec(
            EventSealer sealer,
            @ConfigProperty(name = "openrcm.events.unsealed", defaultValue = "refuse") String unsealed) {
        this.sealer = sealer;
        this.acceptsUnsealed = unsealed.equals("accept");
    }

    private EventCodec() {
        this.sealer = null;
        this.acceptsUnsealed = true;
    }

    /** For JSON columns and documents, and code that runs without an application; it has no keys. */
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

    /** Whether events of this wire type have a part about a patient, which is sealed. */
    static boolean isAboutPatient(String wireType) {
        var type = TYPES.get(wireType);
        return type != null && SealedParts.has(type);
    }

    /** The payload of a message: the event with everything about a patient sealed, for this message only. */
    public byte[] seal(EventHeaders headers, Event event) {
        if (!SealedParts.has(event.getClass())) {
            return encode(event);
        }
        var keys = keys();
        var id = headers.id().toString();
        var subject = headers.subject().toString();
        try {
            return SealedParts.write(mapper, event, part -> keys.seal(headers.type(), subject, id, part));
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot encode " + headers.type(), impossible);
        }
    }

    /**
     * Reads the event of a message.
     *
     * @throws Undecodable if the type is unknown, the payload is not one of that type, or its sealed part is missing or does not open
     */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <E extends Event> E open(EventHeaders headers, byte[] payload) {
        var type = TYPES.get(headers.type());
        if (type == null || !SealedParts.has(type)) {
            return decode(headers.type(), payload);
        }
        var id = headers.id().toString();
        var subject = headers.subject().toString();
        try {
            var whole = SealedParts.read(mapper, payload, part -> keys().open(headers.type(), subject, id, part));
            if (whole == null && !acceptsUnsealed) {
                throw new Undecodable(Undecodable.NOT_SEALED, "");
            }
            return decode(headers.type(), whole == null ? payload : whole);
        } catch (Unsealable unsealable) {
            throw new Undecodable(Undecodable.UNSEALABLE, "");
        } catch (IOException unreadable) {
            throw new Undecodable(Undecodable.INVALID_JSON, "");
        }
    }

    private EventSealer keys() {
        if (sealer == null) {
            throw new IllegalStateException("this codec has no keys");
        }
        return sealer;
    }

    /** The whole event as JSON, open. */
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
