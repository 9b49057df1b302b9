package io.openrcm.security.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.security.RealServersTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealServersTest
class SealersOfAnApplicationTest {

    private static final Field SSN = new Field("patient", "ssn");
    private static final byte[] NUMBER = "123-45-6789".getBytes(UTF_8);

    @Inject
    KeyRing keys;

    @Inject
    FieldSealer fields;

    @Inject
    EventSealer events;

    @Inject
    BlindIndex index;

    @Test
    void everySealerOfAnApplicationHasTheKeysOfItsOneKeyRing() {
        var field = fields.seal(SSN, "row-1", NUMBER);
        var event = events.seal("ClaimHeld.v1", "claim-1", "event-1", NUMBER);

        assertThat(new FieldSealer(keys).open(SSN, "row-1", field)).isEqualTo(NUMBER);
        assertThat(new EventSealer(keys).open("ClaimHeld.v1", "claim-1", "event-1", event))
                .isEqualTo(NUMBER);
        assertThat(new BlindIndex(keys).of(BlindIndex.Kind.SSN, "123456789"))
                .isEqualTo(index.of(BlindIndex.Kind.SSN, "123-45-6789"));
    }
}
