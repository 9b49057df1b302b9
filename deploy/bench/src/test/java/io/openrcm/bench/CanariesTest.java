package io.openrcm.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A search that finds nothing proves nothing unless it finds what is there. */
class CanariesTest {

    @ParameterizedTest
    @EnumSource
    void aCanaryIsFoundHoweverItIsWritten(Canaries canary) {
        for (var neighbours : List.of("", "a", "ab", "abc", "|x|")) {
            var line = neighbours + canary.text() + "; the rest of the line";
            var bytes = line.getBytes(UTF_8);

            assertThat(Canaries.in(line)).containsExactly(canary);
            assertThat(Canaries.in(line.toUpperCase(java.util.Locale.ROOT))).containsExactly(canary);
            assertThat(Canaries.in(Base64.getEncoder().encodeToString(bytes))).containsExactly(canary);
            assertThat(Canaries.in(Base64.getUrlEncoder().encodeToString(bytes)))
                    .containsExactly(canary);
            assertThat(Canaries.in(HexFormat.of().formatHex(bytes))).containsExactly(canary);
            assertThat(Canaries.in(URLEncoder.encode(line, UTF_8))).containsExactly(canary);
        }
        assertThat(Canaries.in("2026-11-23 INFO nothing is here, 20261123, MRN, ZQ"))
                .isEmpty();
    }
}
