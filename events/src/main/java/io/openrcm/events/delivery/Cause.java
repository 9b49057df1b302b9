package io.openrcm.events.delivery;

import java.util.UUID;

/**
 * What made something happen.
 *
 * @param id the causing event, command or timer; with it, a retry makes the same event ids again
 * @param correlationId shared by everything that follows from one encounter
 */
public record Cause(UUID id, UUID correlationId) {

    /** A command from outside begins its own correlation. */
    public static Cause command(UUID id) {
        return new Cause(id, id);
    }
}
