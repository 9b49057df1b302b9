package io.openrcm.local.identity;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person signs in as in a browser: authorization code with PKCE, on Keycloak's own page. The tokens are renewed before they end. */
final class SignIn implements Bearer {

    private static final String CLIENT = "openrcm-desk";
    private static final String BACK_TO = "http://127.0.0.1/signed-in";
    private static final int RANDOM_BYTES = 32;

    private final Realm realm;
    private final String username;
    private final String password;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Grant grant;

    SignIn(Realm realm, String username, String password) {
        this.realm = realm;
        this.username = username;
        this.password = password;
    }

    @Override
    public synchronized String token() throws IOException, InterruptedException {
        var known = grant;
        if (known == null) {
            known = signIn();
        } else if (!known.isFresh(realm.nanoTime().getAsLong())) {
            known = renew(known);
        }
        grant = known;
        return known.access();
    }

    Grant signIn() throws IOException, InterruptedException {
        var verifier = randomText();
        var state = randomText();
        var page = realm.signInPage(Map.of(
                "client_id",
                CLIENT,
                "response_type",
                "code",
                "scope",
                "openid",
                "redirect_uri",
                BACK_TO,
                "code_challenge",
                challenge(verifier),
                "code_challenge_method",
                "S256",
                "state",
                state));
        var answer = parameters(new LoginPage(realm.http(), BACK_TO).fillIn(page, username, password));
        if (!state.equals(answer.get("state"))) {
            throw new SignInRefused(username, "the answer belongs to another request");
        }
        var code = answer.get("code");
        if (code == null) {
            throw new SignInRefused(username, "Keycloak gave no code: " + answer.get("error"));
        }
        return realm.ask(
                username,
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", CLIENT,
                        "redirect_uri", BACK_TO,
                        "code", code,
                        "code_verifier", verifier));
    }

    /** A session that has ended in the meantime begins anew. */
    private Grant renew(Grant old) throws IOException, InterruptedException {
        try {
            return refreshed(old);
        } catch (SignInRefused sessionEnded) {
            return signIn();
        }
    }

    Grant refreshed(Grant old) throws IOException, InterruptedException {
        return realm.ask(
                username, Map.of("grant_type", "refresh_token", "client_id", CLIENT, "refresh_token", old.refresh()));
    }

    private String randomText() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return base64(bytes);
    }

    private static String challenge(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("no SHA-256", impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Map<String, String> parameters(URI back) {
        return Arrays.stream(back.getRawQuery().split("&", -1))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(
                        one -> one[0],
                        one -> one.length < 2 ? "" : URLDecoder.decode(one[1], StandardCharsets.UTF_8),
                        (first, _) -> first));
    }
}
