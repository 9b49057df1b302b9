package io.openrcm.events.delivery.relay;

import io.openrcm.events.delivery.wire.Lane;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The one topic that a service writes. */
public final class EventTopic {

    private EventTopic() {}

    /** A topic whose partitions are not the lanes; sending to it would break the order of events. */
    public static final class WrongPartitionCount extends KafkaException {

        private static final long serialVersionUID = 1L;

        WrongPartitionCount(String topic, int partitions) {
            super("topic " + topic + " has " + partitions + " partitions and must have " + Lane.COUNT);
        }
    }

    /**
     * Makes the topic where it is missing, with the broker's default replication.
     *
     * @throws WrongPartitionCount if it exists with other than 16 partitions
     */
    public static void ensure(Map<String, Object> connection, String topic) throws InterruptedException {
        var config = new HashMap<>(connection);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        try (var admin = Admin.create(config)) {
            if (!exists(admin, topic)) {
                create(admin, topic);
            }
        }
    }

    private static boolean exists(Admin admin, String topic) throws InterruptedException {
        try {
            var found = admin.describeTopics(List.of(topic)).allTopicNames().get();
            int partitions =
                    Objects.requireNonNull(found.get(topic)).partitions().size();
            if (partitions != Lane.COUNT) {
                throw new WrongPartitionCount(topic, partitions);
            }
            return true;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw new KafkaException("cannot look for topic " + topic, failed.getCause());
        }
    }

    private static void create(Admin admin, String topic) throws InterruptedException {
        try {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(Lane.COUNT), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException && exists(admin, topic))) {
                throw new KafkaException("cannot create topic " + topic, failed.getCause());
            }
        }
    }
}
