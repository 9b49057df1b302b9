package io.openrcm.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrcm.local.LocalStack;
import io.openrcm.local.identity.Bearer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Calls to the services of a stack; every answer that is an error is remembered, with its headers. */
final class Correspondence {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int FIRST_ERROR = 400;

    private final LocalStack stack;
    private final HttpClient http;
    private final List<String> errors = new ArrayList<>();

    Correspondence(LocalStack stack, HttpClient http) {
        this.stack = stack;
        this.http = http;
    }

    record Reply(int status, String body, String etag) {

        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    /** As somebody, to one service. */
    record Line(Correspondence correspondence, String service, Bearer caller) {

        Reply get(String path) throws IOException, InterruptedException {
            return send("GET", path, "");
        }

        Reply post(String path, String body, String... headers) throws IOException, InterruptedException {
            return send("POST", path, body, headers);
        }

        Reply send(String method, String path, String body, String... headers)
                throws IOException, InterruptedException {
            return correspondence.send(service, caller.token(), method, path, body, headers);
        }
    }

    Line line(String service, Bearer caller) {
        return new Line(this, service, caller);
    }

    /** Errors so far: what was asked, without the address, and the whole answer. */
    List<String> errors() {
        return errors;
    }

    /** Without a content type among the headers the body is said to be JSON. */
    Reply send(String service, String token, String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(stack.address(service) + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (!body.isEmpty() && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= FIRST_ERROR) {
            errors.add(method + " at " + service + " " + answer.statusCode() + " "
                    + answer.headers().map() + " " + answer.body());
        }
        return new Reply(
                answer.statusCode(),
                answer.body(),
                answer.headers().firstValue("ETag").orElse(""));
    }
}
