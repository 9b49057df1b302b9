package io.openrcm.security.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.security.sealing.KeyRing;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final Instant AT = Instant.parse("2026-03-02T10:15:30.123456Z");

    private final KeyRing keys = KeyRing.passing();

    @Test
    void aCheckpointIsTheSameAfterItsWayAsALine() {
        assertThat(Checkpoint.parse(checkpoint(17).toLine())).contains(checkpoint(17));
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
