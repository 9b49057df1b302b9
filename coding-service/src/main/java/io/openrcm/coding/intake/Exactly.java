package io.openrcm.coding.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes a value in its own JSON type only: a number is no text, a text no number. Another type is an error that is noted. */
final class Exactly<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final transient Set<JsonToken> tokens;
    private final transient Reading<T> reading;
    private final transient @Nullable T absent;

    private interface Reading<T> {
        @Nullable
        T from(JsonParser parser, DeserializationContext context) throws IOException;
    }

    private Exactly(Class<T> type, Set<JsonToken> tokens, @Nullable T absent, Reading<T> reading) {
        super(type);
        this.type = type;
        this.tokens = tokens;
        this.absent = absent;
        this.reading = reading;
    }

    static SimpleModule module() {
        Set<JsonToken> truth = Set.of(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE);
        Set<JsonToken> whole = Set.of(JsonToken.VALUE_NUMBER_INT);
        return new SimpleModule()
                .addDeserializer(
                        String.class,
                        new Exactly<>(String.class, Set.of(JsonToken.VALUE_STRING), null, (p, _) -> p.getText()))
                .addDeserializer(
                        BigDecimal.class,
                        new Exactly<>(
                                BigDecimal.class,
                                Set.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT),
                                null,
                                (p, _) -> p.getDecimalValue()))
                .addDeserializer(
                        Boolean.class, new Exactly<>(Boolean.class, truth, null, (p, _) -> p.getBooleanValue()))
                .addDeserializer(
                        boolean.class, new Exactly<>(boolean.class, truth, false, (p, _) -> p.getBooleanValue()))
                .addDeserializer(Integer.class, new Exactly<>(Integer.class, whole, null, Exactly::integer))
                .addDeserializer(int.class, new Exactly<>(int.class, whole, 0, Exactly::integer));
    }

    private static @Nullable Integer integer(JsonParser parser, DeserializationContext context) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.INT
                ? (Integer) parser.getIntValue()
                : (Integer) context.handleWeirdNumberValue(int.class, parser.getNumberValue(), "too large");
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return tokens.contains(parser.currentToken())
                ? reading.from(parser, context)
                : (T) context.handleUnexpectedToken(type, parser);
    }

    @Override
    public @Nullable T getNullValue(DeserializationContext context) {
        return absent;
    }
}
