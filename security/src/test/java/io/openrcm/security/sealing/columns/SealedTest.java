package io.openrcm.security.sealing.columns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openrcm.security.sealing.Field;
import io.openrcm.security.sealing.FieldSealer;
import io.openrcm.security.sealing.KeyRing;
import io.openrcm.security.sealing.Unsealable;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealedTest {

    private static final Field NOTE = new Field("sample_note", "text");
    private static final UUID ROW = UUID.randomUUID();
    private static final byte[] PLAIN = "Example, Ada called".getBytes(UTF_8);

    private final FieldSealer sealer = new FieldSealer(KeyRing.passing());

    @Test
    void newContentIsReadWithoutAnyKey() {
        assertThat(Sealed.of(NOTE, ROW, PLAIN).open(NOTE, ROW)).isEqualTo(PLAIN);
    }

    @Test
    void whatIsWrittenOpensAtItsPlaceOnly() {
        var written = Sealed.of(NOTE, ROW, PLAIN).bytes(sealer);

        assertThat(Sealed.read(written, sealer).open(NOTE, ROW)).isEqualTo(PLAIN);
        assertThatThrownBy(() -> Sealed.read(written, sealer).open(NOTE, UUID.randomUUID()))
                .isInstanceOf(Unsealable.class);
        assertThatThrownBy(() -> Sealed.read(written, sealer).open(new Field("sample_note", "other"), ROW))
                .isInstanceOf(Unsealable.class);
    }

    @Test
    void whatWasReadAndNotChangedIsWrittenAsItWas() {
        var written = Sealed.of(NOTE, ROW, PLAIN).bytes(sealer);
        var read = Sealed.read(written, sealer);

        assertThat(read.open(NOTE, ROW)).isEqualTo(PLAIN);

        assertThat(read.bytes(sealer)).isSameAs(written);
    }

    @Test
    void plainContentInAColumnIsRefused() {
        assertThatThrownBy(() -> Sealed.read(PLAIN, sealer).open(NOTE, ROW)).isInstanceOf(Unsealable.class);
    }

    @Test
    void aPlaceThatIsNotItsOwnIsAMistakeInMemoryToo() {
        assertThatThrownBy(() -> Sealed.of(NOTE, ROW, PLAIN).open(NOTE, UUID.randomUUID()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itsTextSaysNothing() {
        assertThat(Sealed.of(NOTE, ROW, PLAIN)).hasToString("Sealed[withheld]");
    }
}
