package io.openrcm.gateway.x12;

import static io.openrcm.gateway.x12.PartnerFile.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.gateway.x12.acknowledgment.AcknowledgmentFixture;
import io.openrcm.gateway.x12.answer.PayerAnswer;
import io.openrcm.gateway.x12.answer.RemittanceAdvice;
import io.openrcm.gateway.x12.claim.SyntheticClaims;
import io.openrcm.gateway.x12.claim.SyntheticFiles;
import io.openrcm.gateway.x12.remittance.RemittanceFixture;
import io.openrcm.gateway.x12.remittance.RemittanceProof;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whatever a stranger sends, reading ends in one of the three outcomes and never in an exception. */
class DamagedFilesTest {

    private static final List<byte[]> FILES = List.of(
            bytes(PartnerFile.remittance(RemittanceFixture.sound())),
            bytes(PartnerFile.remittance(RemittanceFixture.sound()).replace("~", "~\r\n")),
            bytes(PartnerFile.implementationAck(AcknowledgmentFixture.PARTLY_ACCEPTED)),
            bytes(PartnerFile.claimAck(AcknowledgmentFixture.ONE_OF_TWO_CLAIMS)),
            bytes(PartnerFile.interchange("TA1*000000101*261123*0930*A*000~")),
            SyntheticFiles.write(new SyntheticClaims(7, List.of()).claims(3)).bytes());

    @Test
    void aFileCutAtAnyByteIsIncomplete() {
        for (byte[] file : FILES) {
            int end = file.length;
            while (file[end - 1] != '~') {
                end--;
            }
            for (int length = 0; length < end; length++) {
                assertThat(X12Files.read(Arrays.copyOf(file, length))).isInstanceOf(X12File.Incomplete.class);
            }
            assertThat(X12Files.read(Arrays.copyOf(file, end))).isInstanceOf(X12File.Read.class);
        }
    }

    @Property(tries = 5000)
    void randomDamageNeverThrows(
            @ForAll("files") byte[] file, @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int wounds) {
        Random random = new Random(seed);
        byte[] damaged = file.clone();
        for (int i = 0; i < wounds; i++) {
            damaged[random.nextInt(damaged.length)] = wound(random);
        }

        proveAll(X12Files.read(damaged));
    }

    private static byte wound(Random random) {
        byte[] telling = {'*', ':', '~', '^', '-', '.', '0', '9', ' ', '\n', 0, 'A', 'P', (byte) 0xC3};
        return random.nextBoolean() ? telling[random.nextInt(telling.length)] : (byte) random.nextInt(256);
    }

    @Property(tries = 5000)
    void elementsOfAnyContentNeverThrow(@ForAll("files") byte[] file, @ForAll long seed) {
        String[] contents = {
            "",
            "-",
            "+",
            ".",
            "-.",
            "1E999999999",
            "99999999999999999999",
            "0.001",
            "20260230",
            "20261301",
            "00000000",
            "::::::::::",
            " ",
            "A".repeat(300),
            "NaN",
            "1:2:3",
            "PT",
            "é"
        };
        Random random = new Random(seed);
        String[] elements = new String(file, StandardCharsets.UTF_8).split("\\*", -1);
        for (int i = 0; i < 4; i++) {
            int wounded = 17 + random.nextInt(elements.length - 17);
            int end = elements[wounded].indexOf('~');
            String rest = end < 0 ? "" : elements[wounded].substring(end);
            elements[wounded] = contents[random.nextInt(contents.length)] + rest;
        }

        proveAll(X12Files.read(bytes(String.join("*", elements))));
    }

    @Property(tries = 2000)
    void segmentsInAnyOrderNeverThrow(@ForAll("files") byte[] file, @ForAll long seed) {
        Random random = new Random(seed);
        String text = new String(file, StandardCharsets.ISO_8859_1);
        String[] segments = text.split("~", -1);
        for (int i = 0; i < 5; i++) {
            int from = 1 + random.nextInt(segments.length - 1);
            int to = 1 + random.nextInt(segments.length - 1);
            String moved = segments[from];
            segments[from] = segments[to];
            segments[to] = moved;
        }

        proveAll(X12Files.read(String.join("~", segments).getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Property(tries = 2000)
    void noiseNeverThrows(@ForAll byte[] noise) {
        proveAll(X12Files.read(noise));
    }

    @Provide
    Arbitrary<byte[]> files() {
        return Arbitraries.of(FILES);
    }

    private static void proveAll(X12File file) {
        if (file instanceof X12File.Read(List<Interchange> interchanges)) {
            for (Interchange interchange : interchanges) {
                for (PayerAnswer answer : interchange.answers()) {
                    if (answer instanceof RemittanceAdvice advice) {
                        assertThat(RemittanceProof.of(advice)).isNotNull();
                    }
                }
            }
        }
    }
}
