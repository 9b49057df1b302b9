package io.openrcm.rest.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.openrcm.events.InvalidValue;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;

/**
 * JSON as the services read it over REST: an unknown field, a duplicate key, trailing text and a missing component that is
 * not {@code @Nullable} are errors. What can be absent is thus said once, by the record's types. No string value has
 * the character U+0000, which PostgreSQL does not take.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    private static final int MAX_DEPTH = 32;

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build());
        var _ = mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
        var _ = mapper.registerModule(
                new SimpleModule("texts without U+0000").addDeserializer(String.class, new TextWithoutNul()));
        mapper.setAnnotationIntrospector(com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair.pair(
                mapper.getDeserializationConfig().getAnnotationIntrospector(), new RequiredUnlessNullable()));
    }

    private static final class TextWithoutNul extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        TextWithoutNul() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            var text = StringDeserializer.instance.deserialize(json, context);
            if (text != null && text.indexOf('\0') >= 0) {
                throw new InvalidValue("CHARACTER", "without the character U+0000");
            }
            return text;
        }
    }

    /** A record component is required unless its type says {@code @Nullable}. */
    private static final class RequiredUnlessNullable extends NopAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
            return isRequired(member) ? Boolean.TRUE : null;
        }

        @Override
        public JsonSetter.Value findSetterInfo(Annotated annotated) {
            return isRequired(annotated) ? JsonSetter.Value.forValueNulls(Nulls.FAIL) : JsonSetter.Value.empty();
        }

        private static boolean isRequired(Annotated annotated) {
            if (annotated instanceof AnnotatedParameter parameter
                    && parameter.getDeclaringClass().isRecord()
                    && parameter.getOwner().getMember() instanceof Constructor<?> constructor) {
                AnnotatedType type = constructor.getAnnotatedParameterTypes()[parameter.getIndex()];
                return !type.isAnnotationPresent(org.jspecify.annotations.Nullable.class);
            }
            return false;
        }
    }
}
