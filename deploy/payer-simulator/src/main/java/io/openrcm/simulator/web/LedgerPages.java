package io.openrcm.simulator.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.openrcm.simulator.json.Json;
import io.openrcm.simulator.ledger.JournalCodec;
import io.openrcm.simulator.ledger.Ledger;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** The ledger over HTTP, on the loopback address only: it is an oracle for tests and for a person's curiosity, and changes nothing. */
public final class LedgerPages implements AutoCloseable {

    private static final int ROWS_AT_ONCE = 1_000;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final String JSON = "application/json";

    private final Ledger ledger;
    private final HttpServer server;

    /** Listens on a port; 0 picks a free one. */
    public LedgerPages(Ledger ledger, int port) throws IOException {
        this.ledger = ledger;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                send(exchange, 405, "text/plain", "only GET");
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/health" -> send(exchange, 200, "text/plain", "ok");
                case "/ledger/summary" ->
                    send(exchange, 200, JSON, Json.write(ledger.summary().fields()));
                case "/ledger/claims" -> sendClaims(exchange);
                case "/complaints" -> send(exchange, 200, JSON, complaints());
                case "/" -> send(exchange, 200, "text/html; charset=utf-8", page());
                default -> send(exchange, 404, "text/plain", "not here");
            }
        }
    }

    private String complaints() {
        return Json.write(
                ledger.complaints().stream().map(JournalCodec::complaint).toList());
    }

    private void sendClaims(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, 0);
        try (var body = exchange.getResponseBody()) {
            var from = 0;
            for (var rows = ledger.rows(from, ROWS_AT_ONCE); !rows.isEmpty(); rows = ledger.rows(from, ROWS_AT_ONCE)) {
                for (var row : rows) {
                    body.write((Json.write(row) + "\n").getBytes(StandardCharsets.UTF_8));
                }
                from += rows.size();
            }
        }
    }

    private String page() {
        var rows = new StringBuilder();
        ledger.summary()
                .fields()
                .forEach((name, value) -> rows.append("<tr><th>")
                        .append(name)
                        .append("</th><td>")
                        .append(value)
                        .append("</td></tr>\n"));
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>OpenRCM payer simulator</title>
                <style>body{font:16px sans-serif;margin:2rem}th{text-align:left;padding-right:2rem}td{text-align:right}</style></head>
                <body><h1>Payer simulator</h1>
                <p>What the payers have seen, decided and paid. Amounts are in cents.</p>
                <table>
                %s</table>
                <p><a href="/ledger/claims">All claims</a> (one JSON object a line) ·
                <a href="/complaints">Complaints</a> · <a href="/ledger/summary">Summary as JSON</a></p></body></html>
                """.formatted(rows);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
