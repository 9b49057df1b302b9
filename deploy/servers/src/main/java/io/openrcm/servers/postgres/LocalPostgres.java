package io.openrcm.servers.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL server of its own, on loopback, with passwords. */
public final class LocalPostgres implements AutoCloseable {

    public static final String ADMIN = "postgres";

    private static final long STOP_SECONDS = 60;

    /**
     * Waits for its standard input to end, which happens when our process ends in whatever way, then stops the server and removes
     * what shall not stay. Ctrl-C in a terminal reaches it too, and is left to our process.
     */
    private static final String STOP_WITH_US =
            "trap '' INT HUP; read -r _; gone=$1; shift; \"$@\"; if [ -n \"$gone\" ]; then rm -rf \"$gone\"; fi";

    private final Process guard;
    private final OutputStream guardInput;

    private LocalPostgres(Process guard) {
        this.guard = guard;
        this.guardInput = guard.getOutputStream();
    }

    /**
     * Starts, and waits until the server answers.
     *
     * @param folder holds the cluster; made if missing, used as it is if not
     * @param passing true: the folder is removed in the end
     */
    public static LocalPostgres start(
            PostgresPrograms programs, Path folder, boolean passing, PostgresSettings settings, String password)
            throws IOException, InterruptedException {
        if (programs.runAsNobody()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        }
        var cluster = folder.resolve("postgres");
        if (!Files.isDirectory(cluster)) {
            initialise(programs, folder, cluster, password);
        }
        stopOneLeftBehind(programs, cluster);
        configure(programs, cluster, settings);
        var guard = guard(programs, cluster, passing ? folder.toString() : "");
        try {
            PostgresPrograms.run(programs.command(
                    "pg_ctl",
                    "-D",
                    cluster.toString(),
                    "-l",
                    cluster.resolve("server.log").toString(),
                    "-w",
                    "start"));
        } catch (IOException failed) {
            throw new IOException(failed.getMessage() + "\n" + lastLines(cluster.resolve("server.log")), failed);
        }
        return new LocalPostgres(guard);
    }

    /** In a folder of another name first: a cluster that carries its name is complete. */
    private static void initialise(PostgresPrograms programs, Path folder, Path cluster, String password)
            throws IOException, InterruptedException {
        var fresh = Files.createTempDirectory(folder, "postgres-new");
        var secret = Files.createTempFile(folder, "postgres-new", ".secret");
        Files.writeString(secret, password);
        programs.give(fresh);
        programs.give(secret);
        PostgresPrograms.run(programs.command(
                "initdb",
                "--pgdata=" + fresh,
                "--username=" + ADMIN,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-locale",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
        Files.delete(secret);
        Files.move(fresh, cluster);
    }

    private static void configure(PostgresPrograms programs, Path cluster, PostgresSettings settings)
            throws IOException, InterruptedException {
        Files.write(cluster.resolve("postgresql.conf"), settings.configuration());
        Files.write(cluster.resolve("pg_hba.conf"), settings.access());
        if (settings.certificates() != null) {
            var copy = cluster.resolve(PostgresSettings.CERTIFICATE);
            Files.copy(settings.certificates().of("postgres"), copy, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
            programs.give(copy);
        }
    }

    /** A parent that was killed may have left its server running on our files. */
    private static void stopOneLeftBehind(PostgresPrograms programs, Path cluster)
            throws IOException, InterruptedException {
        var status = new ProcessBuilder(programs.command("pg_ctl", "-D", cluster.toString(), "status"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (status.waitFor() == 0) {
            PostgresPrograms.run(programs.command("pg_ctl", "-D", cluster.toString(), "-m", "fast", "-w", "stop"));
        }
    }

    private static Process guard(PostgresPrograms programs, Path cluster, String removed) throws IOException {
        var command = new ArrayList<>(List.of("sh", "-c", STOP_WITH_US, "postgres-guard", removed));
        command.addAll(programs.command("pg_ctl", "-D", cluster.toString(), "-m", "fast", "-w", "stop"));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String lastLines(Path log) throws IOException {
        if (!Files.isReadable(log)) {
            return "";
        }
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    }

    @Override
    public void close() throws IOException {
        guardInput.close();
        try {
            if (!guard.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("PostgreSQL did not stop within " + STOP_SECONDS + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL stopped", interrupted);
        }
    }
}
