package io.openrcm.events.schema;

import io.openrcm.events.Event;
import io.openrcm.events.claims.ClaimEvent;
import io.openrcm.events.coding.CodingEvent;
import io.openrcm.events.delivery.EventCodec;
import io.openrcm.events.delivery.wire.Lane;
import io.openrcm.events.followup.FollowUpEvent;
import io.openrcm.events.payer.PayerEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The AsyncAPI document: who says what where, and who listens. */
final class PublishedContract {

    private static final List<Topic> TOPICS = List.of(
            new Topic("coding-events", CodingEvent.class, "coding-service", List.of("claims-service")),
            new Topic("claim-events", ClaimEvent.class, "claims-service", List.of("payer-gateway", "followup-service")),
            new Topic("payer-events", PayerEvent.class, "payer-gateway", List.of("claims-service")),
            new Topic(
                    "followup-events",
                    FollowUpEvent.class,
                    "followup-service",
                    List.of("claims-service", "coding-service")));

    private record Topic(String name, Class<? extends Event> says, String owner, List<String> listeners) {
        List<String> events() {
            return EventCodec.types().entrySet().stream()
                    .filter(event -> says.isAssignableFrom(event.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private PublishedContract() {}

    static Map<String, Object> document() {
        return ordered(
                "asyncapi",
                "3.0.0",
                "info",
                ordered(
                        "title",
                        "OpenRCM events",
                        "version",
                        "1.0.0",
                        "description",
                        "What the services say to each other. CloudEvents 1.0 in Kafka's binary mode. Each message is delivered at least"
                                + " once and in the order of its aggregate; ce_id and aggregateseq let a reader take it once. Readers"
                                + " ignore fields they do not know."),
                "defaultContentType",
                "application/json",
                "channels",
                channels(),
                "operations",
                operations(),
                "components",
                ordered("messages", messages(), "schemas", ordered("EventHeaders", headers())));
    }

    private static Map<String, Object> channels() {
        var channels = new LinkedHashMap<String, Object>();
        for (var topic : TOPICS) {
            var messages = new LinkedHashMap<String, Object>();
            topic.events().forEach(event -> messages.put(event, reference("#/components/messages/" + event)));
            channels.put(
                    topic.name(),
                    ordered(
                            "address",
                            topic.name(),
                            "messages",
                            messages,
                            "bindings",
                            ordered("kafka", ordered("topic", topic.name(), "partitions", Lane.COUNT))));
        }
        return channels;
    }

    private static Map<String, Object> operations() {
        var operations = new LinkedHashMap<String, Object>();
        for (var topic : TOPICS) {
            var channel = reference("#/channels/" + topic.name());
            operations.put(
                    topic.owner() + "-says-" + topic.name(),
                    ordered("action", "send", "channel", channel, "summary", topic.owner() + " alone writes here"));
            for (var listener : topic.listeners()) {
                operations.put(listener + "-hears-" + topic.name(), ordered("action", "receive", "channel", channel));
            }
        }
        return operations;
    }

    private static Map<String, Object> messages() {
        var messages = new TreeMap<String, Object>();
        for (var event : EventCodec.types().keySet()) {
            messages.put(
                    event,
                    ordered(
                            "name",
                            event,
                            "contentType",
                            "application/json",
                            "headers",
                            reference("#/components/schemas/EventHeaders"),
                            "payload",
                            reference("schema/" + event + ".json"),
                            "bindings",
                            ordered("kafka", ordered("key", ordered("type", "string", "format", "uuid")))));
        }
        return messages;
    }

    private static Map<String, Object> headers() {
        var uuid = ordered("type", "string", "format", "uuid");
        var properties = ordered(
                "ce_specversion", ordered("type", "string", "const", "1.0"),
                "ce_id", uuid,
                "ce_type", ordered("type", "string"),
                "ce_source", ordered("type", "string"),
                "ce_subject", described(uuid, "the aggregate; also the key of the message"),
                "ce_time", ordered("type", "string", "format", "date-time"),
                "aggregateseq",
                        described(
                                ordered("type", "string", "pattern", "^[1-9]\\d*$"),
                                "1, 2, 3 … without a gap within the aggregate"),
                "causationid", described(uuid, "the event or command that caused this one"),
                "correlationid", described(uuid, "shared by everything that follows from one encounter"),
                "traceparent",
                        ordered("type", "string", "description", "W3C trace context, where the change was traced"));
        var required = properties.keySet().stream()
                .filter(name -> !name.equals("traceparent"))
                .toList();
        return ordered("type", "object", "properties", properties, "required", required);
    }

    private static Map<String, Object> described(Map<String, Object> schema, String description) {
        var described = new LinkedHashMap<>(schema);
        described.put("description", description);
        return described;
    }

    private static Map<String, Object> reference(String to) {
        return ordered("$ref", to);
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var ordered = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            ordered.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return ordered;
    }
}
