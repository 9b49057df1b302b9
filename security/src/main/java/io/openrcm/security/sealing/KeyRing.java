package io.openrcm.security.sealing;

import static io.openrcm.security.sealing.KeysetName.AUDIT;
import static io.openrcm.security.sealing.KeysetName.EVENTS;
import static io.openrcm.security.sealing.KeysetName.FIELDS;
import static io.openrcm.security.sealing.KeysetName.LOOKUP;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one service, as they lie in its key folder. Looks every two seconds of use whether a file has changed, so that keys are rotated
 * without a restart; if the changed files cannot be used, the keys read before stay in use, the log says why and so does {@link #trouble()}.
 */
public final class KeyRing {

    private static final Logger LOG = Logger.getLogger(KeyRing.class);
    private static final long LOOK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final @Nullable KeyFolder folder;
    private final LongSupplier nanoTime;
    private final AtomicLong nextLook;
    private volatile Keys keys;
    private volatile @Nullable Refused trouble;
    private List<Object> seen;

    private KeyRing(@Nullable KeyFolder folder, LongSupplier nanoTime) {
        this.folder = folder;
        this.nanoTime = nanoTime;
        nextLook = new AtomicLong(nanoTime.getAsLong() + LOOK_EVERY_NANOS);
        seen = folder == null ? List.of() : folder.glance();
        keys = folder == null ? Keys.fresh() : Keys.read(folder);
    }

    /**
     * The keys in this folder.
     *
     * @throws Refused if one is missing, is of another kind, or can be read by others than its owner
     */
    public static KeyRing in(Path folder) {
        return in(folder, System::nanoTime);
    }

    static KeyRing in(Path folder, LongSupplier nanoTime) {
        return new KeyRing(new KeyFolder(folder.toAbsolutePath()), nanoTime);
    }

    /** Fresh keys that go away with the process: for tests, never for what is kept. */
    public static KeyRing passing() {
        return new KeyRing(null, System::nanoTime);
    }

    /** Signs a checkpoint of the audit trail. */
    public byte[] signCheckpoint(byte[] checkpoint) {
        try {
            return current().signer().sign(checkpoint);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("cannot sign with " + AUDIT.file(), failed);
        }
    }

    /** Whether a key of this service signed exactly this, one that has been retired or destroyed since included. */
    public boolean hasSignedCheckpoint(byte[] signature, byte[] checkpoint) {
        if (verifies(current().verifier(), signature, checkpoint)) {
            return true;
        }
        lookAgain();
        return verifies(keys.verifier(), signature, checkpoint);
    }

    /**
     * For an auditor, who has the public keys only: {@code audit-public.json}, which may lie anywhere.
     *
     * @throws Refused if the content is none of public keys
     */
    public static PublicKeyVerify verifierOf(String publicKeys) {
        try {
            return KeysetName.readPublic(publicKeys).getPrimitive(AUDIT.configuration(), PublicKeyVerify.class);
        } catch (GeneralSecurityException unusable) {
            throw new Refused(
                    "The public keys cannot be used: " + unusable.getClass().getSimpleName() + ".");
        }
    }

    /** Why the files as they are now cannot be used; null when all is well. */
    public @Nullable Refused trouble() {
        return trouble;
    }

    Keys current() {
        if (folder != null) {
            var due = nextLook.get();
            var now = nanoTime.getAsLong();
            if (now - due >= 0 && nextLook.compareAndSet(due, now + LOOK_EVERY_NANOS)) {
                lookAgain();
            }
        }
        return keys;
    }

    /** Looks at once, because a key is asked for that is not here: another process may have rotated a moment ago. */
    synchronized void lookAgain() {
        if (folder == null) {
            return;
        }
        var glance = folder.glance();
        if (glance.equals(seen)) {
            return;
        }
        try {
            keys = Keys.read(folder);
            seen = glance;
            trouble = null;
        } catch (Refused refused) {
            var before = trouble;
            if (before == null || !refused.getMessage().equals(before.getMessage())) {
                LOG.error("The keys read before stay in use. " + refused.getMessage());
            }
            // Nothing counts as seen, so that it is tried again even if what was wrong leaves no mark on the files.
            seen = List.of();
            trouble = refused;
        }
    }

    private static boolean verifies(PublicKeyVerify verifier, byte[] signature, byte[] checkpoint) {
        try {
            verifier.verify(signature, checkpoint);
            return true;
        } catch (GeneralSecurityException notSigned) {
            return false;
        }
    }

    @Override
    public String toString() {
        return folder == null ? "KeyRing[passing]" : "KeyRing[" + folder.path() + "]";
    }

    /** The keys cannot be used as they lie there. Names the file and the reason in one sentence, never anything of its content. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String sentence;

        Refused(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        @Override
        public String getMessage() {
            return sentence;
        }
    }

    /** What was read at one time. */
    record Keys(Seal.Keyset fields, Seal.Keyset events, PrfSet lookup, PublicKeySign signer, PublicKeyVerify verifier) {

        static Keys read(KeyFolder folder) {
            var keys = new Object() {
                KeysetHandle of(KeysetName name) {
                    return name.read(folder.read(name.file()));
                }
            };
            var audit = keys.of(AUDIT);
            // After the private keys: a rotation writes the public ones first, so these are never the older.
            var publicAudit = folder.find(KeysetName.AUDIT_PUBLIC_FILE).map(KeysetName::readPublic);
            return of(keys.of(FIELDS), keys.of(EVENTS), keys.of(LOOKUP), audit, publicAudit);
        }

        static Keys fresh() {
            return of(FIELDS.fresh(), EVENTS.fresh(), LOOKUP.fresh(), AUDIT.fresh(), Optional.empty());
        }

        private static Keys of(
                KeysetHandle fields,
                KeysetHandle events,
                KeysetHandle lookup,
                KeysetHandle audit,
                Optional<KeysetHandle> publicAudit) {
            try {
                var ownPublic = audit.getPublicKeysetHandle();
                var known = publicAudit.orElse(ownPublic);
                requireKnown(ownPublic.getPrimary(), known);
                return new Keys(
                        Seal.Keyset.of(fields, FIELDS),
                        Seal.Keyset.of(events, EVENTS),
                        lookup.getPrimitive(LOOKUP.configuration(), PrfSet.class),
                        audit.getPrimitive(AUDIT.configuration(), PublicKeySign.class),
                        known.getPrimitive(AUDIT.configuration(), PublicKeyVerify.class));
            } catch (GeneralSecurityException unusable) {
                throw new Refused(
                        "The keysets cannot be used: " + unusable.getClass().getSimpleName() + ".");
            }
        }

        private static void requireKnown(KeysetHandle.Entry signing, KeysetHandle known) {
            for (int at = 0; at < known.size(); at++) {
                if (known.getAt(at).getKey().equalsKey(signing.getKey())) {
                    return;
                }
            }
            throw new Refused(
                    KeysetName.AUDIT_PUBLIC_FILE + " does not have the key with which " + AUDIT.file() + " signs.");
        }
    }
}
