package io.openrcm.events;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Ids that a retry makes again: name-based UUIDs (RFC 9562, version 5) of natural keys. */
public final class Ids {

    private static final UUID OPENRCM = UuidCreator.getNameBasedSha1("https://openrcm.io");

    private Ids() {}

    /** The id of what {@code name} stands for, the same for ever. */
    public static UUID derived(String name) {
        return UuidCreator.getNameBasedSha1(OPENRCM, name);
    }

    /** The id of what {@code name} stands for within {@code namespace}. */
    public static UUID derived(UUID namespace, String name) {
        return UuidCreator.getNameBasedSha1(namespace, name);
    }
}
