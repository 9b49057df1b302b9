package io.openrcm.security.audit;

import io.openrcm.security.access.Caller;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did it, as on record.
 *
 * @param emergency the approved emergency access under which it was done
 */
public record Actor(
        Kind kind,
        String id,
        String name,
        List<String> roles,
        @Nullable UUID emergency) {

    /** Somebody whose token was missing or refused: what it says of him is not on record, because it may not be true. */
    static final Actor UNKNOWN = new Actor(Kind.UNKNOWN, "unknown", "unknown", List.of(), null);

    /** What he is. */
    public enum Kind {
        PERSON,
        MACHINE,
        SERVICE,
        UNKNOWN
    }

    public Actor {
        roles = List.copyOf(roles);
    }

    static Actor of(Caller caller) {
        var kind = switch (caller.kind()) {
            case PERSON -> Kind.PERSON;
            case MACHINE -> Kind.MACHINE;
            case SERVICE -> Kind.SERVICE;
        };
        return new Actor(kind, caller.id(), caller.name(), inOrder(caller.roles()), caller.emergency());
    }

    /** A service has none, and acts most often. */
    private static List<String> inOrder(Set<String> roles) {
        return roles.isEmpty() ? List.of() : roles.stream().sorted().toList();
    }
}
