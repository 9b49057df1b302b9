package io.openrcm.security.audit.fhir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrcm.security.audit.Actor;
import io.openrcm.security.audit.AuditAction;
import io.openrcm.security.audit.AuditRow;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who took part: the client, our service, and the person if it was one. */
final class Agents {

    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private static final String OF_IP_ADDRESS = "2";
    private static final String OF_MACHINE_NAME = "1";
    private static final String NOT_KNOWN = "not known";

    private Agents() {}

    /** Of what a person works with only the address is known. */
    static ObjectNode client(AuditRow row, EventCodes codes) {
        var actor = row.actor();
        var source = row.entry().origin().source();
        boolean isPersons = actor.kind() == Actor.Kind.PERSON;
        var client = agent(codes.client(), !isPersons);
        var who = client.putObject("who");
        if (isPersons) {
            who.put("display", Objects.requireNonNullElse(source, NOT_KNOWN));
        } else {
            identify(who, actor.id(), actor.name());
            describe(client, actor, row.entry().action());
        }
        var address = Objects.requireNonNullElse(source, isPersons ? NOT_KNOWN : actor.id());
        var network = client.putObject("network").put("address", address);
        if (IP_ADDRESS.matcher(address).matches()) {
            network.put("type", OF_IP_ADDRESS);
        }
        return client;
    }

    static ObjectNode server(String service, EventCodes codes) {
        var server = agent(codes.server(), false);
        identify(server.putObject("who"), service, service);
        server.putObject("network").put("address", service).put("type", OF_MACHINE_NAME);
        return server;
    }

    static ObjectNode user(AuditRow row, EventCodes codes) {
        var actor = row.actor();
        var user = agent(codes.user(), true);
        identify(user.putObject("who"), actor.id(), actor.name());
        user.put("name", actor.name());
        roles(user, actor);
        return user;
    }

    static void identify(ObjectNode who, String id, @Nullable String display) {
        who.putObject("identifier").put("value", id);
        if (display != null) {
            who.put("display", display);
        }
    }

    /** BALP wants nothing more of the client of a deletion. */
    private static void describe(ObjectNode client, Actor actor, AuditAction action) {
        if (action != AuditAction.DELETE) {
            client.put("name", actor.name());
            roles(client, actor);
        }
    }

    private static void roles(ObjectNode agent, Actor actor) {
        if (!actor.roles().isEmpty()) {
            var roles = agent.putArray("role");
            actor.roles().forEach(role -> roles.addObject().put("text", role));
        }
    }

    private static ObjectNode agent(Coding type, boolean isRequestor) {
        var agent = JsonNodeFactory.instance.objectNode();
        agent.set("type", type.concept());
        return agent.put("requestor", isRequestor);
    }
}
