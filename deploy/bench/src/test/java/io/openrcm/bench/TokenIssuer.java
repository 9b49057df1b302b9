package io.openrcm.bench;

import com.sun.net.httpserver.HttpServer;
import io.openrcm.local.identity.Bearer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** An identity provider as far as the services see one, at an address that they are told: its description, its key, and tokens. */
final class TokenIssuer implements AutoCloseable {

    private static final int KEY_BITS = 2048;
    private static final long LIFE_SECONDS = 600;

    private final String issuer;
    private final KeyPair keys;
    private final HttpServer server;

    /** As in {@code http://127.0.0.1:18080}. */
    TokenIssuer(String address) throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        keys = generator.generateKeyPair();
        issuer = address + "/realms/openrcm";
        server = HttpServer.create(
                new InetSocketAddress("127.0.0.1", URI.create(address).getPort()), 0);
        answer("/realms/openrcm/.well-known/openid-configuration", """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/token","authorization_endpoint":"%1$s/auth"}""".formatted(issuer));
        var key = (RSAPublicKey) keys.getPublic();
        answer("/realms/openrcm/keys", """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"k1","n":"%s","e":"%s"}]}""".formatted(
                        encode(unsigned(key.getModulus())), encode(unsigned(key.getPublicExponent()))));
        server.start();
    }

    private void answer(String path, String json) {
        server.createContext(path, exchange -> {
            try (exchange) {
                var body = json.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    /** Somebody in this role, for every facility. */
    Bearer in(String role) {
        return () -> signed("""
                {"iss":"%1$s","sub":"id-of-%2$s","preferred_username":"test-%2$s","typ":"Bearer","iat":%3$d,"exp":%4$d,\
                "aud":["coding-service","claims-service","payer-gateway","followup-service"],\
                "realm_access":{"roles":["%2$s"]},"facilities":["*"]}""".formatted(
                issuer, role, Instant.now().getEpochSecond() - 1, Instant.now().getEpochSecond() + LIFE_SECONDS));
    }

    private String signed(String claims) {
        try {
            var content =
                    encode(text("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"k1\"}")) + "." + encode(text(claims));
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text(content));
            return content + "." + encode(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
