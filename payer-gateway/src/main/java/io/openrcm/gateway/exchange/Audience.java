package io.openrcm.gateway.exchange;

import io.openrcm.events.FacilityId;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * For whose eyes a file, or a part of one, is.
 *
 * @param facilities of the claims in it; empty where not all of them are known, for then it may be anybody's
 * @param part2 whether a claim in it is, or may be, under 42 CFR Part 2
 */
public record Audience(Set<FacilityId> facilities, boolean part2) {

    /** Something in it is about no claim or file of ours. */
    public static final Audience UNKNOWN = new Audience(Set.of(), true);

    public Audience {
        facilities = Set.copyOf(facilities);
    }

    /** Of everything together; unknown where there is nothing, or where one part is. */
    public static Audience ofAll(Collection<Audience> parts) {
        if (parts.isEmpty() || parts.stream().anyMatch(part -> part.facilities().isEmpty())) {
            return UNKNOWN;
        }
        return new Audience(
                parts.stream().flatMap(part -> part.facilities().stream()).collect(Collectors.toSet()),
                parts.stream().anyMatch(Audience::part2));
    }
}
