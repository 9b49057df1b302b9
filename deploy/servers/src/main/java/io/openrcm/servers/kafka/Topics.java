package io.openrcm.servers.kafka;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of a Kafka. */
public final class Topics {

    /** Of every topic of events, for ever: a message's partition is a hash of its key. */
    public static final int PARTITIONS = 16;

    private Topics() {}

    /**
     * Makes those that are missing.
     *
     * @param client an administrator's settings
     * @param topics how many partitions each has
     */
    public static void make(Map<String, Object> client, Map<String, Integer> topics)
            throws IOException, InterruptedException {
        try (var admin = Admin.create(client)) {
            Set<String> existing = admin.listTopics().names().get();
            var missing = topics.entrySet().stream()
                    .filter(topic -> !existing.contains(topic.getKey()))
                    .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), (short) 1))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException refused) {
            throw new IOException("Kafka answers but did not make the topics: " + refused.getMessage(), refused);
        }
    }
}
