package io.openrcm.local.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The realm where it answers.
 *
 * @param issuer its address, by which its tokens say who issued them
 * @param nanoTime by which the end of a token is noticed
 */
record Realm(URI issuer, HttpClient http, LongSupplier nanoTime) {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final ObjectMapper JSON = new ObjectMapper();

    URI signInPage(Map<String, String> parameters) {
        return URI.create(issuer + "/protocol/openid-connect/auth?" + form(parameters));
    }

    /** Asks for tokens, in the way that the parameters say. */
    Grant ask(String who, Map<String, String> parameters) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(parameters)))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        var body = JSON.readTree(answer.body());
        if (answer.statusCode() != 200) {
            throw new SignInRefused(
                    who,
                    answer.statusCode() + " " + body.path("error").asText() + ": "
                            + body.path("error_description").asText());
        }
        return new Grant(
                body.path("access_token").asText(),
                body.path("refresh_token").asText(),
                nanoTime.getAsLong()
                        + Duration.ofSeconds(body.path("expires_in").asLong()).toNanos());
    }

    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
