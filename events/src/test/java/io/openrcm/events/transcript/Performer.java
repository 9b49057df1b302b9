package io.openrcm.events.transcript;

import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** A service as stories need it: it hears messages, somebody outside acts on it, and its outbox is never emptied. */
public interface Performer {

    /** As in file names, for instance {@code claims}. */
    String service();

    /** The services whose messages it listens to. */
    Set<String> hears();

    /** Hands over one message, and returns when the service has done all that follows. */
    void hear(String topic, ConsumerRecords<String, byte[]> message);

    /** Does what somebody outside does, where it concerns this service. */
    void act(Step step);

    /** Whether a cause made at random is behind some of its messages; then their event and causation ids are not compared. */
    default boolean hasNamelessCauses() {
        return false;
    }
}
