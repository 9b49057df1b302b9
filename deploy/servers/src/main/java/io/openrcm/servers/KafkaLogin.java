package io.openrcm.servers;

import java.util.Map;

/** How a Kafka client says who it is. */
public final class KafkaLogin {

    public static final String MECHANISM = "SCRAM-SHA-512";
    public static final String MODULE = "org.apache.kafka.common.security.scram.ScramLoginModule required";

    private KafkaLogin() {}

    /**
     * What a client is told besides the broker's address.
     *
     * @param tls the broker speaks TLS; whose certificates it shall trust is to be told as well
     */
    public static Map<String, String> properties(String user, String password, boolean tls) {
        return Map.of(
                "security.protocol",
                tls ? "SASL_SSL" : "SASL_PLAINTEXT",
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                MODULE + " username=\"" + user + "\" password=\"" + password + "\";");
    }
}
