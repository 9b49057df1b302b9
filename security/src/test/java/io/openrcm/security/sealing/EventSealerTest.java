package io.openrcm.security.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventSealerTest {

    private static final byte[] PAYLOAD = "{\"heldFor\":\"MISSING_NPI\"}".getBytes(UTF_8);

    @TempDir
    private Path home;

    @Test
    void anEventSealedByOneServiceOpensInTheOther() {
        var claims = KeyFolderFixture.in(home.resolve("claims"));
        var _ = Keysets.create(home.resolve("followup"), Optional.of(claims.file(KeysetName.EVENTS)));
        var sealed = new EventSealer(claims.ring()).seal("ClaimHeld.v1", "claim-1", "event-1", PAYLOAD);

        var followup = new EventSealer(KeyRing.in(home.resolve("followup")));

        assertThat(followup.open("ClaimHeld.v1", "claim-1", "event-1", sealed)).isEqualTo(PAYLOAD);
    }

    @Test
    void aPayloadCannotBePassedOffAsThatOfAnotherEvent() {
        var sealer = new EventSealer(KeyRing.passing());
        var sealed = sealer.seal("ClaimHeld.v1", "claim-1", "event-1", PAYLOAD);

        for (String[] other : new String[][] {
            {"ClaimReleased.v1", "claim-1", "event-1"},
            {"ClaimHeld.v1", "claim-2", "event-1"},
            {"ClaimHeld.v1", "claim-1", "event-2"}
        }) {
            var refused =
                    catchThrowableOfType(Unsealable.class, () -> sealer.open(other[0], other[1], other[2], sealed));
            assertThat(refused.reason()).isEqualTo(Unsealable.Reason.ALTERED_OR_MOVED);
            assertThat(refused).hasMessageContaining(other[0]).hasMessageContaining(other[2]);
        }
    }

    @Test
    void plainJsonIsNotTakenForASealedPayload() {
        assertThat(EventSealer.isSealed("{\"claim\":1}".repeat(10).getBytes(UTF_8)))
                .isFalse();
    }
}
