package io.openrcm.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.rest.access.AccessIntent.Line;
import io.openrcm.security.identity.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * What somebody who may call may still put into a call, on every endpoint of a service and in every parameter of its path and query, in the
 * hope that it is taken for more than a value. A service's test extends this.
 */
public abstract class HostileCalls {

    private static final List<String> VALUES = List.of(
            "' or '1'='1",
            "x'; drop table outbox; --",
            "%' escape '\\",
            "1) union select 1--",
            "${7*7}#{7*7}",
            "\u0000");

    private static final String NOBODYS = "NOBODYS";

    private static String service() {
        return ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
    }

    /** Taken for a value it is answered as any other that nobody has. */
    @Test
    void noValueBecomesPartOfAStatement() {
        var wrong = new ArrayList<String>();
        var parameters = queryParameters();
        assertThat(parameters.values()).as("parameters of openapi.yaml").anyMatch(names -> !names.isEmpty());
        for (var line : AccessIntent.of(service())) {
            if (line.path().contains("{")) {
                for (var value : VALUES) {
                    var reply = reply(wrong, line, line.filledWith(encoded(value)));
                    if (reply.status() < 400) {
                        wrong.add(line.endpoint() + " in its path " + value + ": " + reply.status());
                    }
                }
            }
            for (var name : parameters.getOrDefault(line.endpoint(), List.of())) {
                var path = line.filledWith(NOBODYS) + "?" + name + "=";
                var harmless = reply(wrong, line, path + NOBODYS);
                for (var value : VALUES) {
                    var reply = reply(wrong, line, path + encoded(value));
                    if (reply.status() < 400 && !reply.equals(harmless)) {
                        wrong.add(line.endpoint() + " with " + name + "=" + value + ": " + reply.status());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothingIsTraced() {
        for (var line : AccessIntent.of(service())) {
            var reply = new Call("TRACE", line.filledWith(NOBODYS), Endpoints.JSON, token(line), "secret").send();

            assertThat(reply.status()).as(line.path()).isBetween(400, 499);
            assertThat(reply.body()).as(line.path()).doesNotContain("secret");
        }
    }

    /** Whatever is answered is no error of ours, and says its type. */
    private static Call.Reply reply(List<String> wrong, Line line, String path) {
        var reply = new Call(line.method(), path, mediaType(line), token(line), Call.EMPTY).send();
        if (reply.status() >= 500) {
            wrong.add(line.method() + " " + path + ": " + reply.status());
        }
        if (!reply.body().isEmpty() && reply.type().isEmpty()) {
            wrong.add(line.method() + " " + path + ": without a type");
        }
        return reply;
    }

    private static String token(Line line) {
        return Token.of(line.roles().getFirst()).signed();
    }

    private static String mediaType(Line line) {
        return Endpoints.withMediaTypes().getOrDefault(line.endpoint(), Endpoints.JSON);
    }

    /** By endpoint, as the committed document has them. */
    @SuppressWarnings("unchecked")
    private static Map<String, List<String>> queryParameters() {
        var found = new HashMap<String, List<String>>();
        var paths = (Map<String, Map<String, Object>>) document().get("paths");
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            if (operation instanceof Map<?, ?> described && described.get("parameters") instanceof List<?> parameters) {
                found.put(
                        method.toUpperCase(Locale.ROOT) + " " + path,
                        ((List<Map<String, Object>>) parameters)
                                .stream()
                                        .filter(parameter -> "query".equals(parameter.get("in")))
                                        .map(parameter -> String.valueOf(parameter.get("name")))
                                        .toList());
            }
        }));
        return found;
    }

    private static Map<String, Object> document() {
        try {
            return new Yaml().load(Files.readString(Path.of("openapi.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
