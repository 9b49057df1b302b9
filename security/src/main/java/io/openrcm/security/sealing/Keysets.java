package io.openrcm.security.sealing;

import static io.openrcm.security.sealing.KeysetName.AUDIT;
import static io.openrcm.security.sealing.KeysetName.AUDIT_PUBLIC_FILE;
import static io.openrcm.security.sealing.KeysetName.EVENTS;
import static io.openrcm.security.sealing.KeysetName.FIELDS;
import static io.openrcm.security.sealing.KeysetName.LOOKUP;

import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The keysets of a folder, for whoever administers the keys. A key's way: prepared (opens), primary (seals), enabled (opens what it sealed),
 * retired (opens nothing, can be reinstated), destroyed. A running service notices each step within seconds.
 */
public final class Keysets {

    private final KeyFolder folder;

    private Keysets(KeyFolder folder) {
        this.folder = folder;
    }

    public static Keysets in(Path folder) {
        return new Keysets(new KeyFolder(folder.toAbsolutePath()));
    }

    /**
     * Makes a folder with fresh keysets; it is there complete or not at all.
     *
     * @param sharedEvents the keyset for events that the other services have; without it a fresh one
     * @throws KeyRing.Refused if the folder is there already, or the shared file cannot be used
     */
    public static Keysets create(Path folder, Optional<Path> sharedEvents) {
        var place = folder.toAbsolutePath().normalize();
        var parent = place.getParent();
        if (parent == null || Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new KeyRing.Refused(place + " is there already; keys are never overwritten.");
        }
        var events = sharedEvents.map(Keysets::readEvents);
        try {
            Files.createDirectories(parent);
            var growing = new KeyFolder(Files.createTempDirectory(parent, ".keys", KeyFolder.forItsOwnerOnly()));
            try {
                fill(growing, events);
                // Fails if another was quicker: a folder takes the place of an empty one only.
                var _ = Files.move(growing.path(), place, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                growing.delete();
            }
            KeyFolder.makeDurable(parent);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot make " + place, failed);
        }
        return in(place);
    }

    private static void fill(KeyFolder folder, Optional<String> events) {
        for (KeysetName name : List.of(FIELDS, LOOKUP)) {
            folder.write(name.file(), name.json(name.fresh()));
        }
        folder.write(EVENTS.file(), events.orElseGet(() -> EVENTS.json(EVENTS.fresh())));
        var audit = AUDIT.fresh();
        folder.write(AUDIT_PUBLIC_FILE, KeysetName.publicJson(publicHalf(audit)));
        folder.write(AUDIT.file(), AUDIT.json(audit));
    }

    /** Says for good that these keys are nobody's real ones: outside of the local stack and tests no service starts with them. */
    public void markForLocalUse() {
        if (!areForLocalUse()) {
            folder.markForLocalUse();
        }
    }

    public boolean areForLocalUse() {
        return folder.isForLocalUse();
    }

    /** Adds a key and seals with it from now on; the others still open. Returns its id. */
    public String rotate(KeysetName name) {
        return folder.alone(
                () -> change(name, keys -> keys.addEntry(name.freshKey().makePrimary())));
    }

    /** Adds a key that only opens; the first step where several services share a keyset. Returns its id. */
    public String prepare(KeysetName name) {
        return folder.alone(() -> change(name, keys -> keys.addEntry(name.freshKey())));
    }

    /** Seals with this key from now on. */
    public void promote(KeysetName name, String keyId) {
        changeKey(name, keyId, (keys, at) -> {
            if (keys.getAt(at).getStatus() != KeyStatus.ENABLED) {
                throw refused(name, keyId, "is retired: reinstate it first");
            }
            keys.getAt(at).makePrimary();
        });
    }

    /** Opens nothing with this key from now on. What it sealed should be sealed anew before. */
    public void retire(KeysetName name, String keyId) {
        changeKey(name, keyId, (keys, at) -> {
            if (keys.getAt(at).isPrimary()) {
                throw refused(name, keyId, "is the primary key: rotate first");
            }
            keys.getAt(at).setStatus(KeyStatus.DISABLED);
        });
    }

    /** Opens again what this retired key sealed. */
    public void reinstate(KeysetName name, String keyId) {
        changeKey(name, keyId, (keys, at) -> keys.getAt(at).setStatus(KeyStatus.ENABLED));
    }

    /** Forgets a retired key for ever, and with it whatever is still sealed with it. */
    public void destroy(KeysetName name, String keyId) {
        changeKey(name, keyId, (keys, at) -> {
            if (keys.getAt(at).getStatus() == KeyStatus.ENABLED) {
                throw refused(name, keyId, "is still in use: retire it first");
            }
            // Tink's own status DESTROYED would leave the key's bytes in the file.
            keys.deleteAt(at);
        });
    }

    /**
     * Takes over the shared keyset for events as it is now elsewhere.
     *
     * @throws KeyRing.Refused also if a key that still opens events here is not in it
     */
    public void adoptEvents(Path sharedEvents) {
        var shared = readEvents(sharedEvents);
        var _ = folder.alone(() -> {
            var kept = EVENTS.read(shared);
            for (Key key : list(EVENTS)) {
                if (key.enabled() && find(kept, key.id()) < 0) {
                    throw refused(EVENTS, key.id(), "still opens events here and is not in " + sharedEvents);
                }
            }
            folder.write(EVENTS.file(), shared);
            return kept;
        });
    }

    /** The keys of a keyset, oldest first. */
    public List<Key> list(KeysetName name) {
        var keyset = read(name);
        return IntStream.range(0, keyset.size())
                .mapToObj(keyset::getAt)
                .map(key -> new Key(hex(key.getId()), key.getStatus() == KeyStatus.ENABLED, key.isPrimary()))
                .toList();
    }

    private void changeKey(KeysetName name, String keyId, KeyChange change) {
        var _ = folder.alone(() -> {
            int at = find(read(name), keyId);
            if (at < 0) {
                throw refused(name, keyId, "is not there");
            }
            return change(name, keys -> change.to(keys, at));
        });
    }

    /** Returns the id of the key that is the last one afterwards: the new one, if one was added. */
    private String change(KeysetName name, Consumer<KeysetHandle.Builder> change) {
        var keys = name.changing(read(name));
        change.accept(keys);
        var changed = build(keys);
        if (name == AUDIT) {
            folder.write(AUDIT_PUBLIC_FILE, KeysetName.publicJson(publicHalves(changed)));
        }
        folder.write(name.file(), name.json(changed));
        return hex(changed.getAt(changed.size() - 1).getId());
    }

    /** Who checks an old signature needs its public key when the private one is long gone: nothing is ever taken away here. */
    private KeysetHandle publicHalves(KeysetHandle audit) {
        var current = publicHalf(audit);
        var known = folder.find(AUDIT_PUBLIC_FILE).map(KeysetName::readPublic).orElse(current);
        var all = AUDIT.changing(known);
        for (int at = 0; at < current.size(); at++) {
            var key = current.getAt(at);
            if (find(known, hex(key.getId())) < 0) {
                var _ = all.addEntry(KeysetHandle.importKey(key.getKey()).withFixedId(key.getId()));
            }
        }
        for (int at = 0; at < all.size(); at++) {
            all.getAt(at).setStatus(KeyStatus.ENABLED);
        }
        var merged = build(all);
        var primary = AUDIT.changing(merged);
        primary.getAt(find(merged, hex(current.getPrimary().getId()))).makePrimary();
        return build(primary);
    }

    private static KeysetHandle publicHalf(KeysetHandle audit) {
        try {
            return audit.getPublicKeysetHandle();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no public keys for " + AUDIT.file(), impossible);
        }
    }

    private static KeysetHandle build(KeysetHandle.Builder keys) {
        try {
            return keys.build();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the keyset cannot be changed so", impossible);
        }
    }

    private KeysetHandle read(KeysetName name) {
        return name.read(folder.read(name.file()));
    }

    private static String readEvents(Path file) {
        var shared = KeyFolder.readSecret(file);
        var _ = EVENTS.read(shared);
        return shared;
    }

    /** Where the key is in its keyset; -1 if it is not there. */
    private static int find(KeysetHandle keyset, String keyId) {
        return IntStream.range(0, keyset.size())
                .filter(at -> hex(keyset.getAt(at).getId()).equals(keyId))
                .findFirst()
                .orElse(-1);
    }

    private static KeyRing.Refused refused(KeysetName name, String keyId, String because) {
        return new KeyRing.Refused("The key " + keyId + " of " + name.file() + " " + because + ".");
    }

    private static String hex(int keyId) {
        return HexFormat.of().toHexDigits(keyId);
    }

    @FunctionalInterface
    private interface KeyChange {
        void to(KeysetHandle.Builder keys, int at);
    }

    /**
     * What may be known of a key.
     *
     * @param id eight hexadecimal digits, as bytes 2 to 5 of what it sealed
     * @param enabled whether it opens what it sealed
     * @param primary whether new content is sealed with it
     */
    public record Key(String id, boolean enabled, boolean primary) {}
}
