package io.openrcm.security.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An identity provider as far as a resource server sees one: its discovery document and its keys. With it come keys to seal with. */
public final class TestIssuer implements QuarkusTestResourceLifecycleManager {

    private static final String KNOWN = "openrcm.test.issuer";

    private HttpServer server;

    /** The issuer's name in its tokens. */
    static String name() {
        return System.getProperty(KNOWN);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        String issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/openrcm";
        System.setProperty(KNOWN, issuer);
        answer("/realms/openrcm/.well-known/openid-configuration", """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/token","authorization_endpoint":"%1$s/auth"}""".formatted(issuer));
        answer("/realms/openrcm/keys", SigningKey.jwks());
        server.start();
        return Map.of("quarkus.oidc.auth-server-url", issuer, "openrcm.keys.folder", TestKeys.folder());
    }

    private void answer(String path, String json) {
        server.createContext(path, exchange -> send(exchange, json.getBytes(StandardCharsets.UTF_8)));
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
