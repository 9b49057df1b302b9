package io.openrcm.gateway.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.gateway.PayerFiles;
import io.openrcm.gateway.adapter.UnfinishedFiles.Sight;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    @Test
    void aBrokenOffFileIsSeenAsSuchUntilItIsKept() {
        var unfinished = new UnfinishedFiles(Clock.systemUTC(), Duration.ZERO);
        var cut = Arrays.copyOf(WHOLE, WHOLE.length / 2);
        var file = new InboxFile(Path.of("cut.835"), cut.length, FileTime.from(Instant.EPOCH));

        assertThat(unfinished.look(file, cut)).isEqualTo(Sight.MAY_GROW);
        assertThat(unfinished.look(file, cut)).isEqualTo(Sight.BROKEN_OFF);
        assertThat(unfinished.look(file, cut)).isEqualTo(Sight.BROKEN_OFF);
        unfinished.kept(file);
        assertThat(unfinished.look(file, cut)).isEqualTo(Sight.MAY_GROW);
    }
}
