package io.openrcm.security.audit.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrcm.security.audit.Actor;
import io.openrcm.security.audit.AuditOutcome;
import io.openrcm.security.audit.AuditRow;

/** Rows of the audit trail as FHIR R4 AuditEvent; what succeeded after the basic patterns of IHE BALP 1.1. */
public final class AuditEvents {

    private static final String PURPOSES = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    private static final String SOURCE_TYPES = "http://terminology.hl7.org/CodeSystem/security-source-type";
    private static final String PROFILES = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";

    private AuditEvents() {}

    /**
     * One row of one service.
     *
     * @param service where the row was written; with the row's id it names the event
     */
    public static ObjectNode fhir(AuditRow row, String service) {
        var entry = row.entry();
        var codes = EventCodes.of(entry.action());
        var event = JsonNodeFactory.instance.objectNode();
        event.put("resourceType", "AuditEvent");
        event.put("id", service + "-" + row.id());
        if (codes.profile() != null && entry.result().outcome() == AuditOutcome.SUCCESS) {
            event.putObject("meta").putArray("profile").add(PROFILES + codes.profile());
        }
        event.set("type", codes.type().json());
        event.putArray("subtype").add(codes.subtype().json());
        event.put("action", codes.action());
        event.put("recorded", row.at().toString());
        event.put("outcome", outcome(entry.result().outcome()));
        if (entry.result().problem() != null) {
            event.put("outcomeDesc", entry.result().problem());
        }
        var purpose = new Coding(PURPOSES, entry.purpose().name(), null);
        event.putArray("purposeOfEvent").addObject().putArray("coding").add(purpose.json());
        agents(row, service, codes, event.putArray("agent"));
        var source = event.putObject("source");
        Agents.identify(source.putObject("observer"), service, service);
        source.putArray("type").add(new Coding(SOURCE_TYPES, "4", "Application Server").json());
        Entities.add(row, event.putArray("entity"));
        return event;
    }

    private static void agents(AuditRow row, String service, EventCodes codes, ArrayNode agents) {
        agents.add(Agents.client(row, codes));
        agents.add(Agents.server(service, codes));
        if (row.actor().kind() == Actor.Kind.PERSON) {
            agents.add(Agents.user(row, codes));
        }
    }

    private static String outcome(AuditOutcome outcome) {
        return switch (outcome) {
            case SUCCESS -> "0";
            case REFUSED -> "4";
            case FAILED -> "8";
        };
    }
}
