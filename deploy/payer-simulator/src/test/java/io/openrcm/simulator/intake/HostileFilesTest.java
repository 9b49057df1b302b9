package io.openrcm.simulator.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.simulator.ClaimFileFixture;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class HostileFilesTest {

    private static final byte[] FILE =
            ClaimFileFixture.institutional().claim("A0001", "MERID", "00").bytes();

    @Property(tries = 500)
    void aFileCutAnywhereIsAnsweredWithAComplaint(@ForAll int seed) {
        var length = Math.floorMod(seed, FILE.length);
        var received = InterchangeReader.read("RIVERCH", "f", Arrays.copyOf(FILE, length));
        assertThat(received.findings().total()).isPositive();
    }

    @Property(tries = 2_000)
    void noByteMakesTheReaderFail(@ForAll long seed) {
        var random = new Random(seed);
        var bytes = FILE.clone();
        for (var change = random.nextInt(8); change >= 0; change--) {
            var replacements = "*~:^0 A\n\u00ff".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            bytes[random.nextInt(bytes.length)] = replacements[random.nextInt(replacements.length)];
        }
        var received = InterchangeReader.read("RIVERCH", "f", bytes);
        assertThat(received.interchanges().size() + received.findings().total()).isPositive();
    }

    @Property(tries = 200)
    void noiseIsNoInterchange(@ForAll byte[] noise) {
        var received = InterchangeReader.read("RIVERCH", "f", noise);
        assertThat(received.claims()).isEmpty();
    }
}
