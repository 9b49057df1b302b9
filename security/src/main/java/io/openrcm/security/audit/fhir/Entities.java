package io.openrcm.security.audit.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrcm.security.audit.AuditAction;
import io.openrcm.security.audit.AuditEntry;
import io.openrcm.security.audit.AuditRow;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What it was about: the objects or the query, the facilities, and what else helps to find related events. */
final class Entities {

    private static final String TYPES = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String ROLES = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final Coding OBJECT = new Coding(TYPES, "2", "System Object");
    private static final Coding ORGANIZATION = new Coding(TYPES, "3", "Organization");
    private static final Coding OTHER = new Coding(TYPES, "4", "Other");
    private static final Coding REQUEST =
            new Coding("https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType", "XrequestId", null);
    private static final Coding DOMAIN_RESOURCE = new Coding(ROLES, "4", "Domain Resource");
    private static final Coding QUERY = new Coding(ROLES, "24", "Query");

    private Entities() {}

    static void add(AuditRow row, ArrayNode entities) {
        var entry = row.entry();
        var request = entry.origin().requestId();
        if (request != null) {
            var _ = identified(entities, REQUEST, request.toString());
        }
        if (entry.action() == AuditAction.QUERY) {
            query(entry, entities.addObject());
            found(entry, entities);
        } else {
            objects(entry, entities.addObject());
        }
        entry.facilities().forEach(facility -> {
            var _ = identified(entities, ORGANIZATION, facility);
        });
        named(entities, "correlation", entry.origin().correlationId());
        named(entities, "emergency access", row.actor().emergency());
    }

    private static void query(AuditEntry entry, ObjectNode query) {
        var asked = Objects.requireNonNullElse(entry.result().askedFor(), "");
        var text = asked.isEmpty() ? entry.what() : entry.what() + "?" + asked;
        query.set("type", OBJECT.json());
        query.set("role", QUERY.json());
        if (entry.result().matched() != null) {
            query.put("description", "matched " + entry.result().matched());
        }
        query.put("query", Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The entity of a query has no room for what it found. */
    private static void found(AuditEntry entry, ArrayNode entities) {
        if (!entry.objectIds().isEmpty()) {
            var found = entities.addObject();
            found.set("type", OTHER.json());
            found.set("role", DOMAIN_RESOURCE.json());
            found.putObject("what").put("display", entry.what());
            details(entry, found);
        }
    }

    private static void details(AuditEntry entry, ObjectNode entity) {
        var details = entity.putArray("detail");
        entry.objectIds()
                .forEach(id -> details.addObject().put("type", entry.what()).put("valueString", id));
    }

    /** BALP has one entity for what was touched; where it was several objects, each is a detail of it, which a deletion may not have. */
    private static void objects(AuditEntry entry, ObjectNode data) {
        var ids = entry.objectIds();
        data.set("type", OBJECT.json());
        data.set("role", DOMAIN_RESOURCE.json());
        var what = data.putObject("what");
        if (ids.size() == 1) {
            Agents.identify(what, ids.getFirst(), entry.what());
            return;
        }
        what.put("display", entry.what());
        if (entry.result().matched() != null) {
            data.put("description", "matched " + entry.result().matched());
        }
        if (ids.isEmpty()) {
            return;
        }
        if (entry.action() == AuditAction.DELETE) {
            data.put("description", String.join(", ", ids));
        } else {
            details(entry, data);
        }
    }

    private static ObjectNode identified(ArrayNode entities, Coding type, String id) {
        var entity = entities.addObject();
        entity.set("type", type.json());
        Agents.identify(entity.putObject("what"), id, null);
        return entity;
    }

    private static void named(ArrayNode entities, String name, @Nullable UUID id) {
        if (id != null) {
            var _ = identified(entities, OTHER, id.toString()).put("name", name);
        }
    }
}
