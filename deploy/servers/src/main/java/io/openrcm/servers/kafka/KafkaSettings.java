package io.openrcm.servers.kafka;

import io.openrcm.servers.KafkaLogin;
import io.openrcm.servers.tls.Certificates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a broker and controller in one process, on loopback.
 *
 * @param logs holds the logs
 * @param durable nothing acknowledged is lost when the machine stops
 * @param port of the clients; the two others are between broker and controller, and for making accounts
 * @param certificates null: without TLS
 */
public record KafkaSettings(
        Path logs,
        boolean durable,
        int port,
        int brokerPort,
        int controllerPort,
        @Nullable Certificates certificates) {

    private static final String HOST = "127.0.0.1:";

    /** As clients know it. */
    public String broker() {
        return HOST + port;
    }

    /**
     * Nobody is anonymous, and who is not known may do nothing.
     *
     * @param password of the listeners for broker and controller themselves; lives as long as this process, which alone uses it
     */
    Properties toProperties(String password) throws IOException {
        var settings = new Properties();
        settings.putAll(listeners());
        settings.putAll(identities(password));
        settings.putAll(transport());
        settings.putAll(storage());
        return settings;
    }

    /**
     * How the administrator comes in while the broker does not know the administrator's own password: the users' passwords are in Kafka's
     * records, and somebody has to be let in to write them there.
     */
    Map<String, Object> insideClient(String password) throws IOException {
        var settings = new HashMap<String, Object>(transport());
        settings.put("bootstrap.servers", HOST + brokerPort);
        settings.put("security.protocol", protocol());
        settings.put("sasl.mechanism", "PLAIN");
        settings.put("sasl.jaas.config", plain(password) + ";");
        return settings;
    }

    /** How everybody else comes in. */
    Map<String, Object> client(String user, String password) throws IOException {
        var settings = new HashMap<String, Object>(transport());
        settings.put("bootstrap.servers", broker());
        settings.putAll(KafkaLogin.properties(user, password, certificates != null));
        return settings;
    }

    private Map<String, String> listeners() {
        var protocol = protocol();
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@" + HOST + controllerPort,
                "listeners",
                "CLIENTS://%s,BROKER://%s,CONTROLLER://%s"
                        .formatted(broker(), HOST + brokerPort, HOST + controllerPort),
                "advertised.listeners",
                "CLIENTS://%s,BROKER://%s".formatted(broker(), HOST + brokerPort),
                "inter.broker.listener.name",
                "BROKER",
                "controller.listener.names",
                "CONTROLLER",
                "listener.security.protocol.map",
                "CLIENTS:%1$s,BROKER:%1$s,CONTROLLER:%1$s".formatted(protocol));
    }

    private static Map<String, String> identities(String password) {
        var settings = new HashMap<String, String>();
        settings.put("listener.name.clients.sasl.enabled.mechanisms", KafkaLogin.MECHANISM);
        settings.put("listener.name.clients.scram-sha-512.sasl.jaas.config", KafkaLogin.MODULE + ";");
        for (var inside : List.of("broker", "controller")) {
            settings.put("listener.name." + inside + ".sasl.enabled.mechanisms", "PLAIN");
            settings.put(
                    "listener.name." + inside + ".plain.sasl.jaas.config",
                    plain(password) + " user_" + KafkaAccounts.ADMIN + "=\"" + password + "\";");
        }
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put("sasl.mechanism.controller.protocol", "PLAIN");
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("allow.everyone.if.no.acl.found", "false");
        settings.put("super.users", "User:" + KafkaAccounts.ADMIN);
        return settings;
    }

    private static String plain(String password) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + KafkaAccounts.ADMIN
                + "\" password=\"" + password + "\"";
    }

    private String protocol() {
        return certificates == null ? "SASL_PLAINTEXT" : "SASL_SSL";
    }

    private Map<String, String> transport() throws IOException {
        if (certificates == null) {
            return Map.of();
        }
        return Map.of(
                "ssl.keystore.type",
                "PEM",
                "ssl.keystore.location",
                certificates.of("kafka").toString(),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                certificates.authority().toString());
    }

    /** Events are kept for good and group offsets for a year: a stack that slept for a month goes on where it was. */
    private Map<String, String> storage() {
        var settings = new HashMap<String, String>();
        settings.put("log.dirs", logs.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("num.partitions", String.valueOf(Topics.PARTITIONS));
        settings.put("log.retention.ms", "-1");
        settings.put("offsets.retention.minutes", "525600");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.consumer.min.heartbeat.interval.ms", "1000");
        settings.put("controlled.shutdown.enable", "true");
        settings.put("log.cleaner.dedupe.buffer.size", "8388608");
        settings.put("log.cleaner.threads", "1");
        if (durable) {
            settings.put("log.flush.interval.ms", "1000");
            settings.put("log.flush.scheduler.interval.ms", "1000");
        }
        return settings;
    }
}
