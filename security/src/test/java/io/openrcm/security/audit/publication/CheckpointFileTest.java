package io.openrcm.security.audit.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.security.audit.chain.Chain;
import io.openrcm.security.audit.chain.Checkpoint;
import io.openrcm.security.sealing.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {

    private static final Instant AT = Instant.parse("2026-03-02T10:15:30.123456Z");

    private final KeyRing keys = KeyRing.passing();

    @TempDir
    Path folder;

    @Test
    void aSignedCheckpointIsTheSameAfterItsWayThroughAFile() throws IOException {
        var first = checkpoint(17);
        var second = checkpoint(18);
        var file = new CheckpointFile(folder, "claims-service");
        file.publish(first);
        file.publish(second);

        var lines = Files.readAllLines(CheckpointFile.in(folder, "claims-service"));

        assertThat(lines.stream().map(line -> Checkpoint.parse(line).orElseThrow()))
                .containsExactly(first, second)
                .allMatch(checkpoint -> checkpoint.isSigned(keys::hasSignedCheckpoint));
    }

    @Test
    void aLineThatWasBrokenOffDoesNotSpoilTheNext() throws IOException {
        var path = CheckpointFile.in(folder, "claims-service");
        Files.writeString(path, checkpoint(17).toLine().substring(0, 30), StandardOpenOption.CREATE_NEW);

        new CheckpointFile(folder, "claims-service").publish(checkpoint(17));

        assertThat(Files.readAllLines(path))
                .hasSize(2)
                .last()
                .isEqualTo(checkpoint(17).toLine());
    }

    private Checkpoint checkpoint(long place) {
        return Checkpoint.sign("claims-service", place, Chain.beginning(), 3, AT, keys::signCheckpoint);
    }
}
