package io.openrcm.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrcm.claims.building.ClaimPlan;
import io.openrcm.claims.coordination.SeedDemo;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.events.delivery.EventCodec;
import org.jspecify.annotations.Nullable;

/** Contents of clean claims, and of the same with something changed. */
public final class ClaimContentFixture {

    private ClaimContentFixture() {}

    public static ClaimContent institutional() {
        return of(EncounterFixture.anInpatientStay(), ClaimType.INSTITUTIONAL);
    }

    public static ClaimContent outpatient() {
        return of(EncounterFixture.anEmergencyVisit(), ClaimType.INSTITUTIONAL);
    }

    public static ClaimContent professional() {
        return of(EncounterFixture.anInpatientStay(), ClaimType.PROFESSIONAL);
    }

    public static ClaimContent of(EncounterFixture encounter, ClaimType type) {
        var plan = (ClaimPlan.Bill) ClaimPlan.of(encounter.id(), encounter.build(), SeedDemo.lakeside());
        return plan.claims().stream()
                .filter(content -> content.type() == type)
                .findFirst()
                .orElseThrow();
    }

    /** The content with the JSON {@code value} at {@code pointer}; {@code null} removes. Goes past what may be corrected. */
    public static ClaimContent with(ClaimContent content, String pointer, @Nullable String value) {
        var tree = EventCodec.standard().mapper().valueToTree(content);
        var parent = tree.at(pointer.substring(0, pointer.lastIndexOf('/')));
        var field = pointer.substring(pointer.lastIndexOf('/') + 1);
        try {
            var node = value == null ? null : EventCodec.standard().mapper().readTree(value);
            switch (parent) {
                case ObjectNode object when node == null -> object.remove(field);
                case ObjectNode object -> object.set(field, node);
                case ArrayNode array when node == null -> array.remove(Integer.parseInt(field));
                case ArrayNode array when field.equals("-") -> array.add(node);
                case ArrayNode array -> array.set(Integer.parseInt(field), node);
                default -> throw new IllegalArgumentException(pointer);
            }
            return EventCodec.standard().mapper().treeToValue(tree, ClaimContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(pointer, e);
        }
    }
}
