package io.openrcm.security.audit;

import io.openrcm.security.audit.chain.Checkpoint;
import io.openrcm.security.audit.verification.TrailCheck;
import io.openrcm.security.audit.verification.Verification;
import io.openrcm.security.sealing.KeyRing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a service's audit trail from outside, with nothing of the service but its database, its public keys and the checkpoints that were
 * published: {@code jdbc-url user [--checkpoints FILE] [--public-key FILE]}, the password in {@code PGPASSWORD}. Prints what it finds and
 * ends with 0 if all is as it was sealed, 1 if not, 2 if it could not look.
 */
public final class VerifyMain {

    private static final String USAGE =
            "jdbc-url user [--checkpoints FILE] [--public-key FILE], the password in PGPASSWORD";
    private static final String CHECKPOINTS = "--checkpoints";
    private static final String PUBLIC_KEY = "--public-key";

    /** The service's role that may read all rows. */
    private static final String READ_ALL =
            "select set_config('role', 'openrcm_worker', true), set_config('app.facilities', '{*}', true)";

    private static final int INTACT = 0;
    private static final int TAMPERED = 1;
    private static final int NOT_VERIFIED = 2;

    private VerifyMain() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args), System.getenv("PGPASSWORD"), System.out));
    }

    static int run(List<String> args, @Nullable String password, PrintStream out) {
        var options = new HashMap<String, Path>();
        var names = new ArrayList<String>();
        for (int i = 0; i < args.size(); i++) {
            boolean isOption = args.get(i).equals(CHECKPOINTS) || args.get(i).equals(PUBLIC_KEY);
            if (isOption && i + 1 < args.size()) {
                options.put(args.get(i), Path.of(args.get(++i)));
            } else {
                names.add(args.get(i));
            }
        }
        if (names.size() != 2) {
            out.println(USAGE);
            return NOT_VERIFIED;
        }
        try (var connection = DriverManager.getConnection(names.get(0), names.get(1), password)) {
            return verify(connection, options, out);
        } catch (SQLException | IOException | UncheckedIOException | KeyRing.Refused unable) {
            out.println("Not verified: " + unable.getMessage());
            return NOT_VERIFIED;
        }
    }

    private static int verify(Connection connection, Map<String, Path> options, PrintStream out)
            throws SQLException, IOException {
        connection.setAutoCommit(false);
        try (var role = connection.prepareStatement(READ_ALL)) {
            role.execute();
        }
        try (var published = reader(options.get(CHECKPOINTS))) {
            var verification = new TrailCheck(signatures(options.get(PUBLIC_KEY)))
                    .run(connection, published.lines().iterator());
            connection.rollback();
            say(verification, options, out);
            return verification.isIntact() ? INTACT : TAMPERED;
        }
    }

    private static void say(Verification verification, Map<String, Path> options, PrintStream out) {
        verification.findings().forEach(out::println);
        if (!verification.isComplete()) {
            out.println("... and more.");
        }
        out.printf(
                "%d rows, %d checkpoints, %d published checkpoints: %s.%n",
                verification.rows(),
                verification.checkpoints(),
                verification.published(),
                verification.isIntact()
                        ? "all as sealed"
                        : verification.findings().size() + " findings");
        if (!options.containsKey(PUBLIC_KEY)) {
            out.println("Signatures were not checked: no " + PUBLIC_KEY + ".");
        }
        if (!options.containsKey(CHECKPOINTS)) {
            out.println("A removed end would not show: no " + CHECKPOINTS + ".");
        }
    }

    private static BufferedReader reader(@Nullable Path file) throws IOException {
        return file == null ? new BufferedReader(Reader.nullReader()) : Files.newBufferedReader(file);
    }

    private static Checkpoint.Signatures signatures(@Nullable Path publicKeys) throws IOException {
        if (publicKeys == null) {
            return (signature, content) -> true;
        }
        var verifier = KeyRing.verifierOf(Files.readString(publicKeys));
        return (signature, content) -> {
            try {
                verifier.verify(signature, content);
                return true;
            } catch (GeneralSecurityException notSigned) {
                return false;
            }
        };
    }
}
