package io.openrcm.servers.postgres;

import io.openrcm.servers.tls.Certificates;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a server on loopback.
 *
 * @param durable nothing committed is lost when the machine stops
 * @param certificates null: without TLS; else nobody enters without it
 */
public record PostgresSettings(
        int port, boolean durable, @Nullable Certificates certificates) {

    /** In the cluster's folder: certificate and key, as the server wants to own them. */
    static final String CERTIFICATE = "server.pem";

    /** Statements and row values stay out of the log: they hold what identifies a patient. */
    List<String> configuration() {
        var kept = durable ? "on" : "off";
        var lines = new ArrayList<>(List.of(
                "listen_addresses = '127.0.0.1'",
                "port = " + port,
                "unix_socket_directories = ''",
                "max_connections = 200",
                // What a hundred thousand claims touch fits; with 256 MB nearly every page that is read pushes out one
                // that must be written first.
                "shared_buffers = " + (durable ? "1GB" : "64MB"),
                "password_encryption = scram-sha-256",
                "fsync = " + kept,
                "synchronous_commit = " + kept,
                "full_page_writes = " + kept,
                "max_wal_size = 1GB",
                // In the first minutes every table grows by a tenth, which is the default, again and again.
                "autovacuum_analyze_scale_factor = 0.3",
                "timezone = 'UTC'",
                "log_timezone = 'UTC'",
                "log_error_verbosity = terse",
                "log_min_error_statement = panic",
                "log_checkpoints = off"));
        if (certificates != null) {
            lines.add("ssl = on");
            lines.add("ssl_min_protocol_version = 'TLSv1.2'");
            lines.add("ssl_cert_file = '" + CERTIFICATE + "'");
            lines.add("ssl_key_file = '" + CERTIFICATE + "'");
        }
        return lines;
    }

    /** Who may come in, and how. */
    List<String> access() {
        return List.of((certificates == null ? "host" : "hostssl") + " all all 127.0.0.1/32 scram-sha-256");
    }
}
