package io.openrcm.security.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neither a key nor a patient's number is in anything that could reach a log. */
class NothingIsGivenAwayTest {

    private static final String NUMBER = "123-45-6789";
    private static final Field SSN = new Field("patient", "ssn");

    @TempDir
    private Path home;

    private KeyFolderFixture folder;
    private final List<String> secrets = new ArrayList<>();

    @BeforeEach
    void makeKeys() throws IOException {
        folder = KeyFolderFixture.in(home.resolve("keys"));
        for (KeysetName name : KeysetName.values()) {
            for (String material : Secrets.keyMaterial(folder.file(name))) {
                // Not its beginning, which says what kind of key it is.
                secrets.add(material.substring(12, 36));
            }
        }
        assertThat(secrets).hasSize(4);
        // With its hyphen: four digits are in many a random number, such as the name of a temporary folder.
        secrets.add("45-6789");
    }

    @Test
    void notInWhatTheObjectsSayOfThemselves() {
        var ring = folder.ring();
        var objects = new ArrayList<Object>(List.of(
                ring,
                ring.current(),
                ring.current().fields(),
                new FieldSealer(ring),
                new EventSealer(ring),
                new BlindIndex(ring),
                folder.keysets()));
        for (KeysetName name : KeysetName.values()) {
            objects.add(folder.keysets().list(name));
        }

        assertNothingGivenAway(objects.stream().map(String::valueOf).toList());
    }

    @Test
    void notInWhatIsSaidWhenSomethingCannotBeOpened() {
        var sealer = new FieldSealer(folder.ring());
        var sealed = sealer.seal(SSN, "row-1", NUMBER.getBytes(UTF_8));
        var plain = NUMBER.repeat(10).getBytes(UTF_8);

        assertNothingGivenAway(List.of(
                traceOf(() -> sealer.open(SSN, "row-2", sealed)), traceOf(() -> sealer.open(SSN, "row-1", plain))));
    }

    @Test
    void notInWhatIsSaidWhenNothingCanBeIndexed() {
        var index = new BlindIndex(folder.ring());

        assertThat(traceOf(() -> index.of(BlindIndex.Kind.SSN, " - "))).contains("nothing to index: SSN");
    }

    @Test
    void notInWhatIsSaidOfAKeyFileThatIsBroken() throws IOException {
        var good = Files.readString(folder.file(KeysetName.FIELDS));
        var secret = Secrets.keyMaterial(folder.file(KeysetName.FIELDS)).getFirst();
        var said = new ArrayList<String>();
        for (String bad : List.of(
                good.substring(0, good.length() - 3),
                good.replace("ENABLED", secret),
                good.replace("TINK", secret),
                good.replace("SYMMETRIC", secret),
                good.replace("type.googleapis.com/", secret),
                good.replaceFirst("\"keyId\":\\d+", "\"keyId\":\"" + secret + "\""),
                good.replace(secret, secret.substring(8)),
                secret)) {
            var _ = Files.writeString(folder.file(KeysetName.FIELDS), bad);
            said.add(traceOf(folder::ring));
        }

        assertThat(said).allMatch(text -> text.contains("fields.json"));
        assertNothingGivenAway(said);
    }

    private void assertNothingGivenAway(List<String> said) {
        for (String text : said) {
            assertThat(text).isNotEmpty().doesNotContain(secrets);
        }
    }

    private static String traceOf(ThrowingCallable failing) {
        var failure = catchThrowable(failing);
        assertThat(failure).as("a failure").isNotNull();
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}
