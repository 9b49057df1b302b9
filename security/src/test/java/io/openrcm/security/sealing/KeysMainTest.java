package io.openrcm.security.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysMainTest {

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aKeyLivesFromItsCreationToItsEnd() {
        var keys = home.resolve("keys").toString();
        assertThat(run("create", keys)).isZero();
        var first = lines().stream()
                .filter(line -> line.matches("fields [0-9a-f]{8} primary"))
                .map(line -> line.substring(7, 15))
                .findFirst()
                .orElseThrow();

        assertThat(run("rotate", keys, "fields")).isZero();
        var second = lines().getFirst();
        assertThat(run("retire", keys, "fields", first)).isZero();
        assertThat(run("list", keys)).isZero();
        assertThat(lines()).hasSize(5).contains("fields " + first + " retired", "fields " + second + " primary");

        assertThat(run("destroy", keys, "fields", first)).isZero();
        assertThat(run("list", keys)).isZero();
        assertThat(lines()).hasSize(4).contains("fields " + second + " primary");
    }

    @Test
    void keysThatAreMarkedForLocalUseStayUsableAndSoMarked() {
        var keys = home.resolve("keys");
        assertThat(run("create", keys.toString())).isZero();
        assertThat(Keysets.in(keys).areForLocalUse()).isFalse();

        assertThat(run("mark-local", keys.toString())).isZero();
        assertThat(run("rotate", keys.toString(), "fields")).isZero();

        assertThat(Keysets.in(keys).areForLocalUse()).isTrue();
        assertThat(KeyRing.in(keys)).isNotNull();
    }

    @Test
    void aSharedKeyIsPreparedAdoptedAndPromoted() throws IOException {
        var one = home.resolve("one");
        var other = home.resolve("other");
        assertThat(run("create", one.toString())).isZero();
        assertThat(run(
                        "create",
                        other.toString(),
                        "--events",
                        one.resolve("events.json").toString()))
                .isZero();

        assertThat(run("prepare", one.toString(), "events")).isZero();
        var key = lines().getFirst();
        assertThat(run("adopt", other.toString(), one.resolve("events.json").toString()))
                .isZero();
        assertThat(lines()).contains("events " + key + " enabled");
        assertThat(run("promote", one.toString(), "events", key)).isZero();
        assertThat(run("adopt", other.toString(), one.resolve("events.json").toString()))
                .isZero();

        assertThat(lines()).contains("events " + key + " primary");
        assertThat(Files.mismatch(one.resolve("events.json"), other.resolve("events.json")))
                .isEqualTo(-1);
    }

    @Test
    void whatIsRefusedIsSaidInOneSentence() {
        var keys = home.resolve("keys").toString();
        assertThat(run("create", keys)).isZero();

        assertThat(run("create", keys)).isEqualTo(1);

        assertThat(err.toString(UTF_8).lines())
                .containsExactly(keys + " is there already; keys are never overwritten.");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "list",
                "rotate KEYS",
                "rotate KEYS audit-public",
                "retire KEYS fields",
                "burn KEYS fields 00000000",
                "create KEYS --event FILE"
            })
    void whatIsNotUnderstoodIsAnsweredWithTheUsage(String command) {
        var words = command.replace("KEYS", home.resolve("keys").toString()).split(" ", -1);

        assertThat(run(words)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("Usage: ");
        assertThat(home).isEmptyDirectory();
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        return KeysMain.run(args, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private List<String> lines() {
        return out.toString(UTF_8).lines().toList();
    }
}
