package io.openrcm.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What a program says when it is asked how it is. */
enum Health {
    READY("ready"),
    NOT_READY("not ready"),
    SILENT("no answer"),
    STOPPED("not running");

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final String words;

    Health(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Asks over HTTP: success is ready, any other answer is not ready. */
    static Health of(HttpClient http, String url) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300 ? READY : NOT_READY;
        } catch (IOException unreachable) {
            return SILENT;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return SILENT;
        }
    }

    /** For what does not speak HTTP: ready when it accepts a connection. */
    static Health ofPort(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return READY;
        } catch (IOException refused) {
            return SILENT;
        }
    }
}
