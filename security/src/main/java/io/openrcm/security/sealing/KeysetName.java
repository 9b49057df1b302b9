package io.openrcm.security.sealing;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import com.google.crypto.tink.signature.Ed25519PublicKey;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig2026;
import java.security.GeneralSecurityException;
import java.util.Locale;

/** What a service has keys for; one file each in its key folder, in Tink's JSON format. */
public enum KeysetName {

    /** Seals columns of this service. XAES-256-GCM: its random 192-bit nonces need no count of the messages. */
    FIELDS(PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE, AeadConfig2026.get()),
    /** Makes blind indexes of this service: HMAC-SHA-256. */
    LOOKUP(PredefinedPrfParameters.HMAC_SHA256_PRF, PrfConfig2026.get()),
    /** Seals the payloads of events; the same file for all services. */
    EVENTS(PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE, AeadConfig2026.get()),
    /** Signs the checkpoints of this service's audit trail: Ed25519. */
    AUDIT(PredefinedSignatureParameters.ED25519, SignatureConfig2026.get());

    /** The public halves of all keys that ever signed, those destroyed since included. */
    static final String AUDIT_PUBLIC_FILE = "audit-public.json";

    private final Parameters parameters;
    private final Configuration configuration;

    KeysetName(Parameters parameters, Configuration configuration) {
        this.parameters = parameters;
        this.configuration = configuration;
    }

    /** The name of its file. */
    public String file() {
        return name().toLowerCase(Locale.ROOT) + ".json";
    }

    Configuration configuration() {
        return configuration;
    }

    /** A keyset of one new key. */
    KeysetHandle fresh() {
        try {
            return KeysetHandle.generateNew(parameters, configuration);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot make keys for " + file(), impossible);
        }
    }

    KeysetHandle.Builder.Entry freshKey() {
        return KeysetHandle.generateEntryFromParameters(parameters).withRandomId();
    }

    /** What may be changed: the same keys. */
    KeysetHandle.Builder changing(KeysetHandle keyset) {
        return KeysetHandle.newBuilder(keyset).setConfiguration(configuration);
    }

    /**
     * Reads a keyset that is for this and nothing else.
     *
     * @throws KeyRing.Refused without the parser's own words, which may quote what it read
     */
    KeysetHandle read(String json) {
        KeysetHandle keyset;
        try {
            keyset = TinkJsonProtoKeysetFormat.parseKeyset(json, configuration, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException | RuntimeException unreadable) {
            throw new KeyRing.Refused(
                    file() + " is no keyset for it: " + unreadable.getClass().getSimpleName() + ".");
        }
        for (int at = 0; at < keyset.size(); at++) {
            if (!keyset.getAt(at).getKey().getParameters().equals(parameters)) {
                throw new KeyRing.Refused(file() + " has a key of another kind than " + parameters + ".");
            }
        }
        requireEnabledPrimary(keyset, file());
        return keyset;
    }

    String json(KeysetHandle keyset) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, configuration, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot write " + file(), impossible);
        }
    }

    /** For {@link #AUDIT_PUBLIC_FILE}. */
    static KeysetHandle readPublic(String json) {
        KeysetHandle keyset;
        try {
            keyset = TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(json, AUDIT.configuration);
        } catch (GeneralSecurityException | RuntimeException unreadable) {
            throw new KeyRing.Refused(AUDIT_PUBLIC_FILE + " is no keyset of public keys: "
                    + unreadable.getClass().getSimpleName() + ".");
        }
        for (int at = 0; at < keyset.size(); at++) {
            if (!(keyset.getAt(at).getKey() instanceof Ed25519PublicKey)) {
                throw new KeyRing.Refused(AUDIT_PUBLIC_FILE + " has a key that is no public key for Ed25519.");
            }
        }
        requireEnabledPrimary(keyset, AUDIT_PUBLIC_FILE);
        return keyset;
    }

    private static void requireEnabledPrimary(KeysetHandle keyset, String file) {
        try {
            var _ = keyset.getPrimary();
        } catch (IllegalStateException none) {
            throw new KeyRing.Refused(file + " has no primary key that is enabled.");
        }
    }

    static String publicJson(KeysetHandle publicKeyset) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(publicKeyset, AUDIT.configuration);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot write " + AUDIT_PUBLIC_FILE, impossible);
        }
    }
}
