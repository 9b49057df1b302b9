package io.openrcm.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/** A fact, said once by the service that owns it. Its wire type is the record's simple name with a version: {@code ClaimHeld.v1}. */
public interface Event {

    /** Whose history this is part of; the key of the message and the source of its order. */
    @JsonIgnore
    UUID aggregateId();
}
