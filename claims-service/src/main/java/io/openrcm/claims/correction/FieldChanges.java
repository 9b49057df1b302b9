package io.openrcm.claims.correction;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.Frequency;
import io.openrcm.events.encounter.Coverage;
import io.openrcm.events.followup.FollowUpEvent.FieldCorrection;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.edge.JsonErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Corrections of single fields of a claim's content, addressed by JSON pointer. Every value goes through the content's own
 * types again, so a correction cannot put into a claim what an encounter could not.
 */
public final class FieldChanges {

    /** What a correction may touch; who the claim is, which version it is and where it goes is not the corrector's to say. */
    private static final Set<String> CORRECTABLE = Set.of(
            "typeOfBill",
            "placeOfService",
            "billingProvider",
            "patient",
            "coverages",
            "statementFrom",
            "statementThrough",
            "stay",
            "providers",
            "diagnoses",
            "procedures",
            "lines");

    /** The hospital sets and takes away the label itself. */
    private static final String CONSENT = "/part2/consent";

    private static final String PAYER_CLAIM_NUMBER = "payerClaimNumber";
    private static final String CONTROL_NUMBER = "controlNumber";

    /** The content with the corrections, or why some of them cannot be. */
    public sealed interface Result {
        record Changed(ClaimContent content) implements Result {}

        record Refused(List<FieldError> errors) implements Result {}
    }

    private final ObjectMapper json;

    /** {@code strict} refuses unknown fields and missing ones. */
    public FieldChanges(ObjectMapper strict) {
        this.json = strict;
    }

    public Result apply(ClaimContent content, List<FieldCorrection> corrections) {
        ObjectNode tree = json.valueToTree(content);
        var errors = new ArrayList<FieldError>();
        for (FieldCorrection correction : corrections) {
            var error = apply(tree, content, correction);
            if (error != null) {
                errors.add(error);
            }
        }
        if (!errors.isEmpty()) {
            return new Result.Refused(errors);
        }
        try {
            return consistent(json.treeToValue(tree, ClaimContent.class), content);
        } catch (JsonMappingException e) {
            return new Result.Refused(JsonErrors.problem(e).errors());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree is JSON", e);
        }
    }

    private static Result consistent(ClaimContent changed, ClaimContent before) {
        boolean hasDestination =
                changed.coverages().stream().anyMatch(coverage -> coverage.rank() == changed.destinationRank());
        if (!hasDestination) {
            return refused("/coverages", "DESTINATION_MISSING", "the coverage this claim goes to must stay");
        }
        var ranks = changed.coverages().stream().map(Coverage::rank).toList();
        var places = IntStream.rangeClosed(1, ranks.size()).boxed().toList();
        if (Set.copyOf(ranks).size() == ranks.size() && !ranks.equals(places)) {
            return refused("/coverages", "COVERAGE_RANKS", "coverages are ranked 1, 2, 3 in their order");
        }
        var typeOfBill = changed.typeOfBill();
        if (typeOfBill != null
                && !typeOfBill.matches("\\d\\d" + before.frequency().digit())) {
            return refused("/typeOfBill", "TYPE_OF_BILL", "three digits, the last being the claim's frequency");
        }
        return new Result.Changed(changed);
    }

    private @Nullable FieldError apply(ObjectNode tree, ClaimContent content, FieldCorrection correction) {
        var pointer = pointer(correction.field());
        if (pointer == null || !isCorrectable(pointer, content)) {
            return new FieldError(shown(correction.field()), "FIELD_NOT_CORRECTABLE", "this field cannot be corrected");
        }
        var value = value(correction);
        if (value == null && correction.value() != null) {
            return new FieldError(correction.field(), "JSON_SYNTAX", "the value is not JSON");
        }
        var parent = tree.at(pointer.head());
        boolean isDone = switch (parent) {
            case ObjectNode object -> set(object, pointer.last().getMatchingProperty(), value);
            case ArrayNode array -> set(array, pointer.last(), value);
            default -> false;
        };
        return isDone ? null : new FieldError(correction.field(), "NO_SUCH_FIELD", "the claim has no such place");
    }

    /** As a pointer even where it is none, so that a name which the sender made up is not repeated. */
    private static String shown(String field) {
        return field.isEmpty() || field.startsWith("/") ? field : "/" + field;
    }

    private static @Nullable JsonPointer pointer(String field) {
        try {
            var pointer = JsonPointer.compile(field);
            return pointer.matches() ? null : pointer;
        } catch (IllegalArgumentException notAPointer) {
            return null;
        }
    }

    private static boolean isCorrectable(JsonPointer pointer, ClaimContent content) {
        var top = pointer.getMatchingProperty();
        if (PAYER_CLAIM_NUMBER.equals(top)) {
            return content.frequency() != Frequency.ORIGINAL;
        }
        return pointer.toString().equals(CONSENT)
                || (CORRECTABLE.contains(top)
                        && !CONTROL_NUMBER.equals(pointer.last().getMatchingProperty()));
    }

    private @Nullable JsonNode value(FieldCorrection correction) {
        if (correction.value() == null) {
            return null;
        }
        try {
            return json.readTree(correction.value());
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }

    private static boolean set(ObjectNode object, String property, @Nullable JsonNode value) {
        if (value == null) {
            return object.remove(property) != null;
        }
        var _ = object.set(property, value);
        return true;
    }

    /** An element that is there is replaced or removed; {@code -} and the place after the last add one (RFC 6902). */
    private static boolean set(ArrayNode array, JsonPointer last, @Nullable JsonNode value) {
        int index = "-".equals(last.getMatchingProperty()) ? array.size() : last.getMatchingIndex();
        if (index < 0 || index > array.size() || (value == null && index == array.size())) {
            return false;
        }
        var _ = value == null
                ? array.remove(index)
                : index == array.size() ? array.add(value) : array.set(index, value);
        return true;
    }

    private static Result refused(String field, String rule, String message) {
        return new Result.Refused(List.of(new FieldError(field, rule, message)));
    }
}
