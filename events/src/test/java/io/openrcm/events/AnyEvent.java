package io.openrcm.events;

import io.openrcm.events.protection.ConsentReference;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events with any content that their records allow, by seed. */
public final class AnyEvent {

    private static final Instant SOME_TIME = Instant.parse("2026-03-02T10:15:30Z");

    private final Random random;

    public AnyEvent(long seed) {
        random = new Random(seed);
    }

    public <R> R of(Class<R> type) {
        return type.cast(value(type));
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return Stream.generate(() -> value(list.getActualTypeArguments()[0]))
                    .limit(random.nextInt(4))
                    .toList();
        }
        var known = (Class<?>) type;
        if (known.isEnum()) {
            return known.getEnumConstants()[random.nextInt(known.getEnumConstants().length)];
        }
        return switch (known.getSimpleName()) {
            case "int", "Integer" -> random.nextInt(1, 1_000);
            case "long", "Long" -> random.nextLong(1, 1_000_000);
            case "boolean", "Boolean" -> random.nextBoolean();
            case "String" -> text();
            case "UUID" -> new UUID(random.nextLong(), random.nextLong());
            case "BigDecimal" -> BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(-2, 4));
            case "LocalDate" -> LocalDate.of(2026, 1, 1).minusDays(random.nextInt(30_000));
            case "LocalDateTime" -> LocalDateTime.of(2026, 1, 1, 0, 0).plusSeconds(random.nextInt(40_000_000));
            case "Instant" -> SOME_TIME.plus(random.nextLong(1_000_000_000_000L), ChronoUnit.MICROS);
            case "Money" -> Money.ofCents(random.nextLong(-10_000_000, 10_000_000));
            case "Npi" -> npi();
            case "PayerId" -> new PayerId("PAYER" + random.nextInt(1_000));
            case "FacilityId" -> new FacilityId("SITE" + random.nextInt(1_000));
            case "ConsentReference" -> new ConsentReference("CONSENT-2026/" + random.nextInt(1_000));
            case "ClaimNumber" -> new ClaimNumber("C" + (100_000 + random.nextInt(900_000)));
            default -> record(known);
        };
    }

    private Object record(Class<?> type) {
        var components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException("no example of " + type.getName());
        }
        try {
            var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(
                    Stream.of(components).map(this::component).toArray());
        } catch (ReflectiveOperationException failed) {
            throw new IllegalArgumentException("no example of " + type.getName(), failed);
        }
    }

    private @Nullable Object component(RecordComponent component) {
        boolean absent = isNullable(component.getAnnotatedType()) && random.nextInt(3) == 0;
        return absent ? null : value(component.getGenericType());
    }

    private static boolean isNullable(AnnotatedElement type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    /** Also what JSON has to escape. */
    private String text() {
        var letters = "abcXYZ019 äß\"\\/\n\u2028'&<";
        return random.ints(1 + random.nextInt(12), 0, letters.length())
                .collect(StringBuilder::new, (text, at) -> text.append(letters.charAt(at)), StringBuilder::append)
                .toString();
    }

    private Npi npi() {
        var nine = "1" + (10_000_000 + random.nextInt(80_000_000));
        return Stream.of("0123456789".split(""))
                .map(digit -> nine + digit)
                .filter(Npi::isValid)
                .map(Npi::new)
                .findFirst()
                .orElseThrow();
    }
}
