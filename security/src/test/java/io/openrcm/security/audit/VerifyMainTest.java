package io.openrcm.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.security.sealing.Keysets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyMainTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private TrailFixture trail;
    private Path checkpoints;

    @BeforeEach
    void aSealedTrail() throws SQLException, IOException {
        trail = new TrailFixture();
        for (int round = 0; round < 5; round++) {
            trail.writeAndSealOld(new Random(round), 20);
        }
        checkpoints = folder.resolve("claims-service.checkpoints");
        Files.write(checkpoints, trail.published());
    }

    @AfterEach
    void end() {
        trail.close();
    }

    @Test
    void anAuditorVerifiesWithTheServicesLoginAndWhatIsPublic() {
        assertThat(verify(
                        "--checkpoints",
                        checkpoints.toString(),
                        "--public-key",
                        trail.publicKeys().toString()))
                .isZero();

        assertThat(printed()).containsPattern("\\d+ rows, 5 checkpoints, 5 published checkpoints: all as sealed.");
        assertThat(printed()).doesNotContain("not checked", "would not show");
    }

    @Test
    void whatIsNotCheckedIsSaid() {
        assertThat(verify()).isZero();

        assertThat(printed()).contains("Signatures were not checked", "A removed end would not show");
    }

    @Test
    void aChangedRowIsNamed() throws SQLException, IOException {
        asSuperuser(
                "alter table audit_record disable trigger only_grows",
                "update audit_record set actor_id = 'somebody else' where id = 7");

        assertThat(verify("--checkpoints", checkpoints.toString())).isEqualTo(1);

        assertThat(printed()).contains("ROW_CHANGED place 7 record 7");
    }

    @Test
    void aRemovedEndIsFoundByWhatWasPublished() throws SQLException, IOException {
        asSuperuser(
                "alter table audit_record disable trigger only_grows",
                "alter table audit_seal disable trigger only_grows",
                "alter table audit_checkpoint disable trigger only_grows",
                "delete from audit_record where id in (select record_id from audit_seal s where s.place > (select min(place) from audit_checkpoint))",
                "delete from audit_seal where place > (select min(place) from audit_checkpoint)",
                "delete from audit_checkpoint where place > (select min(place) from audit_checkpoint)");

        assertThat(verify("--public-key", trail.publicKeys().toString())).isZero();
        assertThat(verify(
                        "--checkpoints",
                        checkpoints.toString(),
                        "--public-key",
                        trail.publicKeys().toString()))
                .isEqualTo(1);

        assertThat(printed()).contains("TAIL_TRUNCATED");
    }

    @Test
    void keysOfAnotherServiceSignedNothingHere() {
        var _ = Keysets.create(folder.resolve("others"), Optional.empty());

        assertThat(verify(
                        "--public-key",
                        folder.resolve("others/audit-public.json").toString()))
                .isEqualTo(1);

        assertThat(printed()).contains("CHECKPOINT_CHANGED");
    }

    @Test
    void aLineThatWasBrokenOffWhileWritingIsNoFinding() throws IOException {
        var lines = new ArrayList<>(trail.published());
        lines.add(2, lines.get(2).substring(0, 40));
        lines.add(lines.getLast().substring(0, 50));
        Files.write(checkpoints, lines);

        assertThat(verify("--checkpoints", checkpoints.toString())).isZero();
    }

    @Test
    void aPublishedLineThatWasChangedIsAFinding() throws IOException {
        var lines = new ArrayList<>(trail.published());
        lines.set(1, lines.get(1).replace("claims-service", "other-service"));
        lines.set(3, "nonsense");
        Files.write(checkpoints, lines);

        assertThat(verify(
                        "--checkpoints",
                        checkpoints.toString(),
                        "--public-key",
                        trail.publicKeys().toString()))
                .isEqualTo(1);

        assertThat(printed().lines().filter(line -> line.startsWith("PUBLISHED_CHANGED")))
                .hasSize(2);
    }

    @Test
    void whatCannotBeReadIsNotCalledIntact() {
        assertThat(VerifyMain.run(List.of(trail.url(), trail.login()), "wrong", out()))
                .isEqualTo(2);
        assertThat(verify("--public-key", "missing.json")).isEqualTo(2);
        assertThat(VerifyMain.run(List.of(), "", out())).isEqualTo(2);
    }

    private int verify(String... options) {
        var args = new ArrayList<>(List.of(trail.url(), trail.login()));
        args.addAll(List.of(options));
        return VerifyMain.run(args, trail.password(), out());
    }

    private PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void asSuperuser(String... changes) throws SQLException, IOException {
        try (var superuser = trail.asSuperuser();
                var statement = superuser.createStatement()) {
            for (var change : changes) {
                statement.execute(change);
            }
        }
    }
}
