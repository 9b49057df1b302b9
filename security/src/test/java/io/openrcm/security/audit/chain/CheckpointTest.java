package io.openrcm.security.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.security.sealing.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

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

    @Test
    void nothingInACheckpointCanBeChanged() {
        var signed = checkpoint(17);

        assertThat(List.of(
                        signed,
                        new Checkpoint("other", 17, signed.hash(), 3, AT, signed.keyId(), signed.signature()),
                        new Checkpoint("claims-service", 18, signed.hash(), 3, AT, signed.keyId(), signed.signature()),
                        new Checkpoint("claims-service", 17, "00", 3, AT, signed.keyId(), signed.signature()),
                        new Checkpoint("claims-service", 17, signed.hash(), 4, AT, signed.keyId(), signed.signature()),
                        new Checkpoint(
                                "claims-service",
                                17,
                                signed.hash(),
                                3,
                                AT.plusNanos(1_000),
                                signed.keyId(),
                                signed.signature()),
                        new Checkpoint("claims-service", 17, signed.hash(), 3, AT, "00000000", signed.signature()),
                        new Checkpoint("claims-service", 17, signed.hash(), 3, AT, signed.keyId(), "")))
                .extracting(checkpoint -> checkpoint.isSigned(keys::hasSignedCheckpoint))
                .containsExactly(true, false, false, false, false, false, false, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "openrcm-audit-checkpoint/2 s 1 00 1 2026-03-02T10:15:30Z 00 00",
                "openrcm-audit-checkpoint/1 s x 00 1 2026-03-02T10:15:30Z 00 00",
                "openrcm-audit-checkpoint/1 s 1 00 1 yesterday 00 00"
            })
    void whatIsNoCheckpointIsNotReadAsOne(String line) {
        assertThat(Checkpoint.parse(line)).isEmpty();
    }

    private Checkpoint checkpoint(long place) {
        return Checkpoint.sign("claims-service", place, Chain.beginning(), 3, AT, keys::signCheckpoint);
    }
}
