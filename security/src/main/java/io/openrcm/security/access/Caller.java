package io.openrcm.security.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a person or a machine over REST, or a service by itself.
 *
 * @param id the token's subject; of a service its name
 * @param name for people who read the record: the user or client name
 * @param part2 may see records of substance use disorder treatment (42 CFR Part 2)
 * @param emergency the approved emergency access under which this is done
 */
public record Caller(
        Kind kind,
        String id,
        String name,
        Set<String> roles,
        Facilities facilities,
        boolean part2,
        @Nullable UUID emergency) {

    public enum Kind {
        PERSON,
        MACHINE,
        SERVICE
    }

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The service itself, because of an event or the time, for these facilities. */
    public static Caller service(String name, Facilities facilities) {
        return new Caller(Kind.SERVICE, name, name, Set.of(), facilities, true, null);
    }

    Caller with(Facilities others) {
        return new Caller(kind, id, name, roles, others, part2, emergency);
    }

    /** The same one, for the facilities and the time of an approved emergency access. */
    public Caller elevated(UUID grant, Facilities others) {
        return new Caller(kind, id, name, roles, others, part2, grant);
    }
}
