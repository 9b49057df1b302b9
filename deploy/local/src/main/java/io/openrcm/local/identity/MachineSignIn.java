package io.openrcm.local.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A machine signs in with its key (private_key_jwt): each time with a statement about itself that is good for a minute, and once. */
final class MachineSignIn implements Bearer {

    private static final Duration STATEMENT_IS_GOOD_FOR = Duration.ofSeconds(55);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Realm realm;
    private final String client;
    private final ClientKey key;
    private final Clock clock;
    private @Nullable Grant grant;

    MachineSignIn(Realm realm, String client, ClientKey key, Clock clock) {
        this.realm = realm;
        this.client = client;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public synchronized String token() throws IOException, InterruptedException {
        var known = grant;
        if (known == null || !known.isFresh(realm.nanoTime().getAsLong())) {
            known = signIn(statement());
            grant = known;
        }
        return known.access();
    }

    Grant signIn(String statement) throws IOException, InterruptedException {
        return realm.ask(
                client,
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        client,
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion",
                        statement));
    }

    /** A JSON Web Token (RFC 7523), signed with ES384. */
    String statement() {
        long now = clock.instant().getEpochSecond();
        var header =
                JSON.createObjectNode().put("alg", "ES384").put("typ", "JWT").put("kid", key.id());
        var claims = JSON.createObjectNode()
                .put("iss", client)
                .put("sub", client)
                .put("aud", realm.issuer().toString())
                .put("jti", UUID.randomUUID().toString())
                .put("iat", now)
                .put("exp", now + STATEMENT_IS_GOOD_FOR.toSeconds());
        var content = encoded(header) + "." + encoded(claims);
        return content + "." + base64(key.sign(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encoded(ObjectNode part) {
        return base64(part.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
