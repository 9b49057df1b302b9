package io.openrcm.security.audit.verification;

import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Facilities;
import io.openrcm.security.audit.publication.CheckpointFile;
import io.openrcm.security.sealing.KeyRing;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Verifies the audit trail of this service: all of it, against its own keys and the file of its checkpoints. */
@ApplicationScoped
public class VerifyAuditTrail {

    /** Some hundred million rows. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final DataSource database;
    private final Acting acting;
    private final KeyRing keys;
    private final Optional<Path> checkpoints;

    VerifyAuditTrail(
            DataSource database,
            Acting acting,
            KeyRing keys,
            @ConfigProperty(name = "openrcm.audit.checkpoint-folder") Optional<Path> folder,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.acting = acting;
        this.keys = keys;
        checkpoints = folder.map(path -> CheckpointFile.in(path, service));
    }

    /** Takes its time; nobody has to wait for it. */
    public Verification now() {
        return acting.asService(
                Facilities.ALL,
                () -> QuarkusTransaction.requiringNew()
                        .timeout(Math.toIntExact(LONGEST.toSeconds()))
                        .call(this::run));
    }

    private Verification run() throws SQLException, IOException {
        try (var connection = database.getConnection();
                var published = published()) {
            return new TrailCheck(keys::hasSignedCheckpoint)
                    .run(connection, published.lines().iterator());
        }
    }

    private BufferedReader published() throws IOException {
        return checkpoints.isPresent() && Files.exists(checkpoints.get())
                ? Files.newBufferedReader(checkpoints.get())
                : new BufferedReader(Reader.nullReader());
    }
}
