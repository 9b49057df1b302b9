package io.openrcm.security.audit.fhir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A code of a code system. */
record Coding(String system, String code, @Nullable String display) {

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode().put("system", system).put("code", code);
        return display == null ? json : json.put("display", display);
    }

    /** As a CodeableConcept. */
    ObjectNode concept() {
        var concept = JsonNodeFactory.instance.objectNode();
        concept.putArray("coding").add(json());
        return concept;
    }
}
