package io.openrcm.gateway.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.gateway.PayerFiles;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class UnfinishedFilesTest {

    private static final byte[] WHOLE = PayerFiles.ta1("000000001", 'A', "000");

    @Property
    void aFileCutAnywhereHasNoEnd(@ForAll @IntRange(min = 0, max = 120) int length) {
        assertThat(UnfinishedFiles.hasEnd(Arrays.copyOf(WHOLE, Math.min(length, WHOLE.length - 25))))
                .isFalse();
    }

    @Test
    void aWholeFileHasItsEnd() {
        assertThat(UnfinishedFiles.hasEnd(WHOLE)).isTrue();
    }

    @Test
    void lineBreaksAfterSegmentsDoNotHideTheEnd() {
        var lines = new String(WHOLE, StandardCharsets.US_ASCII).replace("~", "~\r\n");

        assertThat(UnfinishedFiles.hasEnd(lines.getBytes(StandardCharsets.US_ASCII)))
                .isTrue();
    }
}
