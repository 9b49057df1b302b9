package io.openrcm.security.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** An access token as Keycloak makes them, valid by default, and the broken ones that must be refused. */
public final class Token {

    /** Every service is meant. */
    private static final List<String> AUDIENCE =
            List.of("coding-service", "claims-service", "payer-gateway", "followup-service", "security-test");

    private static final long LIFE_SECONDS = 300;

    private final String name;
    private final List<String> roles;
    private final List<String> facilities;
    private final String issuer;
    private final List<String> audience;
    private final Instant expiresAt;
    private final @Nullable Instant begins;

    private Token(
            String name,
            List<String> roles,
            List<String> facilities,
            String issuer,
            List<String> audience,
            Instant expiresAt,
            @Nullable Instant begins) {
        this.name = name;
        this.roles = roles;
        this.facilities = facilities;
        this.issuer = issuer;
        this.audience = audience;
        this.expiresAt = expiresAt;
        this.begins = begins;
    }

    /** Somebody with these roles, for every facility. */
    public static Token of(String... roles) {
        return new Token(
                "test-" + String.join("-", roles),
                List.of(roles),
                List.of("*"),
                TestIssuer.name(),
                AUDIENCE,
                Instant.now().plusSeconds(LIFE_SECONDS),
                null);
    }

    public Token named(String other) {
        return new Token(other, roles, facilities, issuer, audience, expiresAt, begins);
    }

    public Token at(String... others) {
        return new Token(name, roles, List.of(others), issuer, audience, expiresAt, begins);
    }

    public Token expired() {
        return new Token(
                name, roles, facilities, issuer, audience, Instant.now().minusSeconds(LIFE_SECONDS), begins);
    }

    /** Not good before some minutes have passed. */
    public Token notYetBegun() {
        return new Token(
                name,
                roles,
                facilities,
                issuer,
                audience,
                expiresAt,
                Instant.now().plusSeconds(LIFE_SECONDS / 2));
    }

    public Token forAnotherAudience() {
        return new Token(name, roles, facilities, issuer, List.of("somebody-else"), expiresAt, begins);
    }

    public Token ofAnotherIssuer() {
        return new Token(name, roles, facilities, "https://issuer.example/realms/openrcm", audience, expiresAt, begins);
    }

    /** Signed as it should be. */
    public String signed() {
        return signedWith(SigningKey.ours().getPrivate());
    }

    /** Signed with a key that the issuer does not have. */
    public String signedByAnother() {
        return signedWith(SigningKey.another().getPrivate());
    }

    /** Without a signature, and saying so. */
    public String unsigned() {
        return encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + encode(claims()) + ".";
    }

    /** The public key taken for a shared secret. */
    public String signedWithThePublicKey() {
        try {
            var content = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + SigningKey.KEY_ID + "\"}") + "."
                    + encode(claims());
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SigningKey.ours().getPublic().getEncoded(), "HmacSHA256"));
            return content + "." + encode(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String signedWith(PrivateKey key) {
        try {
            var content = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + SigningKey.KEY_ID + "\"}") + "."
                    + encode(claims());
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encode(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String claims() {
        return """
                {"iss":"%s","sub":"id-of-%s","preferred_username":"%s","aud":%s,"iat":%d,"exp":%d%s,"typ":"Bearer",\
                "realm_access":{"roles":%s},"facilities":%s}""".formatted(
                        issuer,
                        name,
                        name,
                        json(audience),
                        Instant.now().getEpochSecond() - 1,
                        expiresAt.getEpochSecond(),
                        begins == null ? "" : ",\"nbf\":" + begins.getEpochSecond(),
                        json(roles),
                        json(facilities));
    }

    private static String json(List<String> values) {
        return values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    private static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What a caller with these roles sends in the header Authorization. */
    public static String bearer(String... roles) {
        return "Bearer " + of(Arrays.copyOf(roles, roles.length)).signed();
    }
}
