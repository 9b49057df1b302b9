package io.openrcm.security.sealing;

import static io.openrcm.security.sealing.BlindIndex.Kind.MEMBER_ID;
import static io.openrcm.security.sealing.BlindIndex.Kind.SSN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlindIndexTest {

    private static final BlindIndex INDEX = new BlindIndex(KeyRing.passing());

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"123456789", " 123 45 6789", "123\u201345\u20136789", "123\u00a045\t6789\n"})
    void aNumberIsFoundHoweverPeopleWriteIt(String written) {
        assertThat(INDEX.of(SSN, written)).isEqualTo(INDEX.of(SSN, "123-45-6789"));
    }

    @Test
    void aMemberIdIsFoundInSmallLettersToo() {
        assertThat(INDEX.of(MEMBER_ID, "xq-77a")).isEqualTo(INDEX.of(MEMBER_ID, "XQ77A"));
    }

    @Property(tries = 300)
    void differentNumbersHaveDifferentIndexes(
            @ForAll @NumericChars @StringLength(9) String one, @ForAll @NumericChars @StringLength(9) String other) {
        assertThat(Arrays.equals(INDEX.of(SSN, one), INDEX.of(SSN, other))).isEqualTo(one.equals(other));
    }

    @Test
    void theSameNumberAsAnotherKindOrOfAnotherServiceHasAnotherIndex() {
        var index = INDEX.of(SSN, "123456789");

        assertThat(INDEX.of(MEMBER_ID, "123456789")).isNotEqualTo(index);
        assertThat(new BlindIndex(KeyRing.passing()).of(SSN, "123456789")).isNotEqualTo(index);
    }

    @Test
    void nothingHasNoIndexOtherwiseAllPatientsWithoutANumberWereOne() {
        for (String nothing : List.of("", " ", " - -")) {
            assertThatIllegalArgumentException().isThrownBy(() -> INDEX.of(SSN, nothing));
            assertThatIllegalArgumentException().isThrownBy(() -> INDEX.candidates(SSN, nothing));
        }
    }

    @Test
    void whatWasIndexedBeforeARotationIsStillFoundUntilItsKeyIsRetired() {
        var folder = KeyFolderFixture.in(home.resolve("keys"));
        var index = new BlindIndex(folder.ring());
        var oldKey = folder.primaryKey(KeysetName.LOOKUP);
        var stored = index.of(SSN, "123-45-6789");
        assertThat(hex(stored)).startsWith(oldKey).hasSize(2 * 20);

        var newKey = folder.keysets().rotate(KeysetName.LOOKUP);
        folder.someSecondsPass();

        assertThat(index.candidates(SSN, "123-45-6789"))
                .hasSize(2)
                .contains(stored)
                .first()
                .isEqualTo(index.of(SSN, "123-45-6789"));
        assertThat(hex(index.of(SSN, "123-45-6789"))).startsWith(newKey);
        assertThat(index.needsReindexing(stored)).isTrue();
        assertThat(index.needsReindexing(index.of(SSN, "123-45-6789"))).isFalse();

        folder.keysets().retire(KeysetName.LOOKUP, oldKey);
        folder.someSecondsPass();

        assertThat(index.candidates(SSN, "123-45-6789")).hasSize(1).doesNotContain(stored);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
