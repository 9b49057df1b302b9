package io.openrcm.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrcm.local.identity.Bearer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One service's REST interface, as the program of somebody who is signed in would use it. */
final class Api {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI service;
    private final HttpClient http;
    private final @Nullable Bearer caller;

    private Api(URI service, HttpClient http, @Nullable Bearer caller) {
        this.service = service;
        this.http = http;
        this.caller = caller;
    }

    /** For whoever has not signed in. */
    static Api at(String address, HttpClient http) {
        return new Api(URI.create(address), http, null);
    }

    /** The same interface for somebody who is signed in. */
    Api as(Bearer other) {
        return new Api(service, http, other);
    }

    /** An answer with its status, body and ETag. */
    record Reply(int status, JsonNode body, @Nullable String etag) {

        boolean isGood() {
            return status < 300;
        }

        /** The body of a good answer; anything else ends the demo with what the service said. */
        JsonNode good() {
            if (!isGood()) {
                throw new IllegalStateException(
                        "A service answered " + status + " " + body.path("code").asText() + ": "
                                + body.path("detail").asText() + " " + body.path("errors"));
            }
            return body;
        }
    }

    Reply get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Reply post(String path, @Nullable String ifMatch, Object body) throws IOException, InterruptedException {
        return send(match(request(path), ifMatch)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Reply put(String path, @Nullable String ifMatch, Object body) throws IOException, InterruptedException {
        return send(match(request(path), ifMatch)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).timeout(LIMIT);
    }

    private static HttpRequest.Builder match(HttpRequest.Builder request, @Nullable String ifMatch) {
        return ifMatch == null ? request : request.header("If-Match", ifMatch);
    }

    private Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (caller != null) {
            request.header("Authorization", "Bearer " + caller.token());
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        JsonNode body = answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        return new Reply(
                answer.statusCode(), body, answer.headers().firstValue("ETag").orElse(null));
    }
}
