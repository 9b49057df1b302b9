package io.openrcm.claims.desk;

import io.openrcm.claims.claim.status.ClaimLabel;
import io.openrcm.events.InvalidValue;
import io.openrcm.events.Money;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a list of claims may be asked for; each part narrows it. */
public class ClaimFilter {

    @RestQuery
    @Nullable
    String facility;

    @RestQuery
    @Parameter(description = "who owes now")
    @Nullable
    String payer;

    @RestQuery
    @Parameter(schema = @Schema(implementation = ClaimType.class))
    @Nullable
    String type;

    @RestQuery
    @Parameter(schema = @Schema(implementation = ClaimLabel.class))
    @Nullable
    String label;

    @RestQuery
    @Parameter(description = "a claim edit's id; claims on which it has fired")
    @Nullable
    String edit;

    @RestQuery
    @Nullable
    String encounterId;

    @RestQuery
    @Parameter(description = "first day on which the service may begin")
    @Nullable
    String servicedFrom;

    @RestQuery
    @Parameter(description = "last day on which the service may begin")
    @Nullable
    String servicedTo;

    @RestQuery
    @Parameter(description = "least amount billed, \"125.50\"")
    @Nullable
    String billedMin;

    @RestQuery
    @Parameter(description = "largest amount billed")
    @Nullable
    String billedMax;

    /** One condition in HQL on {@code c}, and the value of the parameter that it names. */
    record Condition(String hql, String parameter, Object value) {}

    List<Condition> conditions() {
        var conditions = new ArrayList<Condition>();
        add(conditions, "c.keys.facility = :facility", "facility", facility, Function.identity());
        add(conditions, "c.keys.payer = :payer", "payer", payer, Function.identity());
        add(conditions, "c.keys.type = :type", "type", type, value -> enumOf(ClaimType.class, value));
        add(conditions, "c.standing.label = :label", "label", label, value -> enumOf(ClaimLabel.class, value));
        add(
                conditions,
                "exists (select 1 from ClaimFinding f where f.place.claimId = c.id and f.editId = :edit)",
                "edit",
                edit,
                Function.identity());
        add(conditions, "c.keys.encounterId = :encounterId", "encounterId", encounterId, UUID::fromString);
        add(conditions, "c.keys.serviceFrom >= :servicedFrom", "servicedFrom", servicedFrom, LocalDate::parse);
        add(conditions, "c.keys.serviceFrom <= :servicedTo", "servicedTo", servicedTo, LocalDate::parse);
        add(conditions, "c.keys.billedCents >= :billedMin", "billedMin", billedMin, ClaimFilter::cents);
        add(conditions, "c.keys.billedCents <= :billedMax", "billedMax", billedMax, ClaimFilter::cents);
        return conditions;
    }

    private static <T> void add(
            List<Condition> conditions,
            String hql,
            String parameter,
            @Nullable String value,
            Function<String, T> parse) {
        if (value == null) {
            return;
        }
        try {
            conditions.add(new Condition(hql, parameter, parse.apply(value)));
        } catch (InvalidValue e) {
            throw invalid(parameter, e.rule(), String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw invalid(parameter, "FORMAT", "the value has not the form of this parameter");
        }
    }

    private static <E extends Enum<E>> E enumOf(Class<E> type, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(
                        "ENUM",
                        "one of " + Arrays.toString(type.getEnumConstants()).replaceAll("[\\[\\]]", "")));
    }

    private static long cents(String decimal) {
        return Money.of(decimal).cents();
    }

    static Problem invalid(String parameter, String rule, String message) {
        return new Problem(
                RestProblem.INVALID_PARAMETER,
                "Mend the parameter '" + parameter + "'.",
                List.of(new FieldError(parameter, rule, message)));
    }
}
