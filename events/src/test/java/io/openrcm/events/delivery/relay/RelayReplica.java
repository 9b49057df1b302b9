package io.openrcm.events.delivery.relay;

import io.openrcm.servers.ServerAddresses;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A relay as a process of its own, to be killed. Arguments: JDBC URL, user, password, bootstrap servers, topic; Kafka's password is in the
 * environment.
 */
public final class RelayReplica {

    private RelayReplica() {}

    public static void main(String[] args) {
        var relay = OutboxRelay.between(
                new RelayConnections(args[0], args[1], args[2], Map.of()),
                new ServerAddresses("", "", "", args[3], System.getenv("KAFKA_PASSWORD"), "").kafkaClient(),
                args[4],
                new OutboxRelay.Watcher() {
                    @Override
                    public void sent(int events) {}

                    @Override
                    public void waiting(Backlog backlog) {}

                    @Override
                    public void trouble(@Nullable Exception because) {}
                });
        relay.run();
    }
}
