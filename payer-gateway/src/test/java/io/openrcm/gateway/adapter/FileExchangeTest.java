package io.openrcm.gateway.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileExchangeTest {

    private static final byte[] BYTES = "ISA*...~IEA*1*000000001~".getBytes(StandardCharsets.US_ASCII);
    private static final PreparedFile FILE = new PreparedFile("RIVERCH", "000000001.837", BYTES);

    @TempDir
    Path root;

    private FileExchange exchange;
    private Path outbox;

    @BeforeEach
    void folders() {
        exchange = new FileExchange(new PartnerFolders(root));
        outbox = root.resolve("RIVERCH/outbox");
    }

    @Test
    void aFileAppearsWholeAndNothingElseIsLeftBehind() throws IOException {
        assertThat(exchange.deliver(FILE)).isEqualTo(Delivered.NOW);

        try (var files = Files.list(outbox)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(outbox.resolve("000000001.837"));
        }
        assertThat(outbox.resolve("000000001.837")).hasBinaryContent(BYTES);
    }

    @Test
    void aFileThatLiesThereIsNotWrittenAgain() throws IOException {
        assertThat(exchange.deliver(FILE)).isEqualTo(Delivered.NOW);
        var before = Files.getLastModifiedTime(outbox.resolve("000000001.837"));

        assertThat(exchange.deliver(FILE)).isEqualTo(Delivered.BEFORE);
        assertThat(Files.getLastModifiedTime(outbox.resolve("000000001.837"))).isEqualTo(before);
    }

    @Test
    void aFileThatThePartnerTookIsNotSentAgain() throws IOException {
        assertThat(exchange.deliver(FILE)).isEqualTo(Delivered.NOW);
        assertThat(Files.move(outbox.resolve("000000001.837"), outbox.resolve("taken/000000001.837")))
                .exists();

        assertThat(exchange.deliver(FILE)).isEqualTo(Delivered.BEFORE);
        assertThat(outbox.resolve("000000001.837")).doesNotExist();
    }

    @Test
    void aHalfWrittenFileOfAnEarlierLifeIsWrittenAnew() throws IOException {
        assertThat(Files.createDirectories(outbox)).exists();
        assertThat(Files.writeString(
                        outbox.resolve(".000000001.837.tmp"), "ISA*half, and longer than the whole file is"))
                .exists();

        assertThat(exchange.deliver(FILE)).isEqualTo(Delivered.NOW);
        assertThat(outbox.resolve("000000001.837")).hasBinaryContent(BYTES);
    }

    @Test
    void anotherFileUnderTheNameIsNeverOverwrittenNorTakenForOurs() throws IOException {
        assertThat(Files.createDirectories(outbox.resolve("taken"))).exists();
        assertThat(Files.writeString(outbox.resolve("taken/000000001.837"), "of another database"))
                .exists();

        assertThatThrownBy(() -> exchange.deliver(FILE)).isInstanceOf(IOException.class);
        assertThat(outbox.resolve("000000001.837")).doesNotExist();
    }

    @Test
    void nothingIsWrittenThroughALink() throws IOException {
        var elsewhere = Files.createDirectories(root.resolve("elsewhere"));
        assertThat(Files.createSymbolicLink(root.resolve("RIVERCH"), elsewhere)).exists();

        assertThatThrownBy(() -> exchange.deliver(FILE)).isInstanceOf(IOException.class);
    }
}
