package io.openrcm.coding.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NdjsonLinesTest {

    private static final int MAX = 200_000;

    @Test
    void linesComeInOrderWithTheirNumbersAndBlankOnesAreLeftOut() throws IOException {
        assertThat(read("a\n\n  \r\nbb\r\nccc", MAX)).containsExactly("1:a", "4:bb\r", "5:ccc");
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(read("a\nb\n", MAX)).containsExactly("1:a", "2:b");
        assertThat(read("", MAX)).isEmpty();
        assertThat(read("\n\n", MAX)).isEmpty();
    }

    @Test
    void aLineThatIsTooLongIsSkippedAndTheNextOneIsRead() throws IOException {
        String tooLong = "x".repeat(MAX + 1);

        assertThat(read("a\n" + tooLong + "\nb", MAX)).containsExactly("1:a", "2:too long", "3:b");
        assertThat(read("a\n" + tooLong, MAX)).containsExactly("1:a", "2:too long");
        assertThat(read("a\n" + "y".repeat(10 * MAX) + "\nb", MAX)).containsExactly("1:a", "2:too long", "3:b");
    }

    @Test
    void aLineOfTheLargestLengthIsRead() throws IOException {
        String longest = "x".repeat(MAX);

        assertThat(read("a\n" + longest + "\nb", MAX)).containsExactly("1:a", "2:" + longest, "3:b");
    }

    @Test
    void piecesOfAnySizeGiveTheSameLines() throws IOException {
        String text = "first\n" + "z".repeat(70_000) + "\n\nlast line\n";
        for (int piece : new int[] {1, 7, 4096, 65_536}) {
            assertThat(lines(new Pieces(text, piece), MAX))
                    .containsExactly("1:first", "2:" + "z".repeat(70_000), "4:last line");
        }
    }

    private static List<String> read(String text, int max) throws IOException {
        return lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), max);
    }

    private static List<String> lines(InputStream in, int max) throws IOException {
        NdjsonLines lines = new NdjsonLines(in, max);
        List<String> read = new ArrayList<>();
        while (lines.next()) {
            String text = new String(lines.bytes(), lines.offset(), lines.length(), StandardCharsets.UTF_8);
            read.add(lines.number() + ":" + (lines.isTooLong() ? "too long" : text));
        }
        return read;
    }

    private static final class Pieces extends FilterInputStream {

        private final int size;

        Pieces(String text, int size) {
            super(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            this.size = size;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return super.read(buffer, offset, Math.min(size, length));
        }
    }
}
