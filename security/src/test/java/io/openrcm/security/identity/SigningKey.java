package io.openrcm.security.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The test issuer's key. A system property carries it, because test frameworks load this class more than once. */
final class SigningKey {

    static final String KEY_ID = "test-issuer";

    private static final String KNOWN = "openrcm.test.issuer.key";
    private static final int BITS = 2048;

    private static final KeyPair ANOTHER = fresh();

    private SigningKey() {}

    /** A key that the issuer does not have. */
    static KeyPair another() {
        return ANOTHER;
    }

    static KeyPair ours() {
        synchronized (System.getProperties()) {
            var known = System.getProperty(KNOWN);
            if (known == null) {
                var fresh = fresh();
                System.setProperty(KNOWN, encode(fresh));
                return fresh;
            }
            return decode(known);
        }
    }

    private static KeyPair fresh() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public half as a JSON Web Key Set. */
    static String jwks() {
        var key = (RSAPublicKey) ours().getPublic();
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}""".formatted(
                        KEY_ID,
                        base64.encodeToString(unsigned(key.getModulus().toByteArray())),
                        base64.encodeToString(key.getPublicExponent().toByteArray()));
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? java.util.Arrays.copyOfRange(number, 1, number.length) : number;
    }

    private static String encode(KeyPair pair) {
        var base64 = Base64.getEncoder();
        return base64.encodeToString(pair.getPrivate().getEncoded()) + " "
                + base64.encodeToString(pair.getPublic().getEncoded());
    }

    private static KeyPair decode(String known) {
        try {
            var halves = known.split(" ");
            var factory = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    factory.generatePublic(
                            new X509EncodedKeySpec(Base64.getDecoder().decode(halves[1]))),
                    factory.generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[0]))));
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
