package io.openrcm.security.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FieldSealerTest {

    private static final Field SSN = new Field("patient", "ssn");
    private static final Field MEMBER_ID = new Field("coverage", "member_id");
    private static final KeyRing KEYS = KeyRing.passing();
    private static final FieldSealer SEALER = new FieldSealer(KEYS);

    @Property(tries = 300)
    void whatWasSealedForAPlaceOpensThere(@ForAll byte[] content, @ForAll @StringLength(max = 40) String row) {
        Assume.that(isWellFormed(row));
        var sealed = SEALER.seal(SSN, row, content);

        assertThat(FieldSealer.isSealed(sealed)).isTrue();
        assertThat(SEALER.open(SSN, row, sealed)).isEqualTo(content);
    }

    @Test
    void theSealedNumberShowsNothingOfTheNumberAndIsNeverTheSameTwice() {
        var once = seal("row-1", "123-45-6789");
        var again = seal("row-1", "123-45-6789");

        assertThat(once).isNotEqualTo(again).hasSize(11 + 45);
        assertThat(new String(once, UTF_8)).doesNotContain("6789");
    }

    @Property(tries = 200)
    void longContentOpensAsItWasHoweverMuchItRepeatsItself(
            @ForAll byte[] part, @ForAll @IntRange(max = 400) int times) {
        var content = repeated(part, times);

        assertThat(SEALER.open(SSN, "row-1", SEALER.seal(SSN, "row-1", content)))
                .isEqualTo(content);
    }

    @Test
    void textThatRepeatsItselfTakesLessRoomAndIsStillForItsPlaceOnly() {
        var content = repeated("{\"diagnosis\":\"E11.9\"},".getBytes(UTF_8), 100);
        var sealed = SEALER.seal(SSN, "row-1", content);

        assertThat(sealed).hasSizeLessThan(content.length / 10);
        assertRefused(() -> SEALER.open(SSN, "row-2", sealed), "patient.ssn of row row-2");
        assertNoBitCanBeFlipped(sealed);
    }

    @Test
    void contentInWhichNothingRepeatsIsSealedAsItIs() {
        var noise = new byte[4000];
        new Random(7).nextBytes(noise);

        var sealed = SEALER.seal(SSN, "row-1", noise);

        assertThat(sealed).hasSize(noise.length + FieldSealer.SHORTEST_BYTES);
        assertThat(SEALER.open(SSN, "row-1", sealed)).isEqualTo(noise);
    }

    @Test
    void whatWasSealedBeforeContentWasPackedStillOpens() throws GeneralSecurityException {
        var content = repeated("123-45-6789 ".getBytes(UTF_8), 100);
        var sealed = KEYS.current()
                .fields()
                .aead()
                .encrypt(content, Seal.unambiguously("openrcm.field.v1", "patient", "ssn", "row-1"));

        assertThat(SEALER.open(SSN, "row-1", sealed)).isEqualTo(content);
    }

    @Test
    void twoPatientsNumbersCannotBeSwapped() {
        var first = seal("row-1", "123-45-6789");
        var second = seal("row-2", "987-65-4321");

        assertRefused(() -> SEALER.open(SSN, "row-1", second), "patient.ssn of row row-1");
        assertRefused(() -> SEALER.open(SSN, "row-2", first), "patient.ssn of row row-2");
    }

    @Test
    void aNumberCannotBeMovedToAnotherColumnOrTable() {
        var sealed = seal("row-1", "123-45-6789");

        for (Field other : List.of(MEMBER_ID, new Field("patient", "mrn"), new Field("person", "ssn"))) {
            assertRefused(() -> SEALER.open(other, "row-1", sealed), other.toString());
        }
    }

    @Test
    void noBitOfASealedNumberCanBeFlipped() {
        assertNoBitCanBeFlipped(seal("row-1", "123-45-6789"));
    }

    @Property(tries = 200)
    void aSealedNumberCannotBeCutOrLengthened(@ForAll byte[] tail, @ForAll int seed) {
        var sealed = seal("row-1", "123-45-6789");
        var shorter = Arrays.copyOf(sealed, Math.floorMod(seed, sealed.length));
        var longer = Arrays.copyOf(sealed, sealed.length + tail.length + 1);
        System.arraycopy(tail, 0, longer, sealed.length, tail.length);

        assertThatThrownBy(() -> SEALER.open(SSN, "row-1", shorter)).isInstanceOf(Unsealable.class);
        assertThatThrownBy(() -> SEALER.open(SSN, "row-1", longer)).isInstanceOf(Unsealable.class);
    }

    @Property(tries = 500)
    void noTwoPlacesAreWrittenTheSameWhereverOneNameEndsAndTheNextBegins(
            @ForAll @StringLength(min = 1, max = 12) String text, @ForAll int seed, @ForAll int otherSeed) {
        Assume.that(isWellFormed(text));
        int end = text.offsetByCodePoints(0, Math.floorMod(seed, text.codePointCount(0, text.length()) + 1));
        int otherEnd = text.offsetByCodePoints(0, Math.floorMod(otherSeed, text.codePointCount(0, text.length()) + 1));
        Assume.that(end != otherEnd);

        assertThat(place(text.substring(0, end), text.substring(end)))
                .isNotEqualTo(place(text.substring(0, otherEnd), text.substring(otherEnd)));
        assertThat(place(text)).isNotEqualTo(place(text, ""));
    }

    @Test
    void aRowIdThatCouldPassForAnotherIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> seal("\ud800", "123-45-6789"));
    }

    @Test
    void whatWasWrittenBeforeThereWereSealsIsToldApartAndRefused() {
        for (String plain : List.of("", "7", "123-45-6789", "{\"ssn\":\"123-45-6789\"}", "x".repeat(200))) {
            var legacy = plain.getBytes(UTF_8);
            assertThat(FieldSealer.isSealed(legacy)).isFalse();
            assertThat(SEALER.needsResealing(legacy)).isTrue();
            var refused = catchThrowableOfType(Unsealable.class, () -> SEALER.open(SSN, "row-1", legacy));
            assertThat(refused.reason()).isEqualTo(Unsealable.Reason.NOT_SEALED);
        }
    }

    @Test
    void aFieldDoesNotOpenWithTheKeysOfEventsNorAnEventWithTheKeysOfFields() {
        var events = new EventSealer(KEYS);
        var field = seal("row-1", "123-45-6789");
        var event = events.seal("ClaimHeld.v1", "claim", "event", new byte[] {1});

        assertThat(catchThrowableOfType(Unsealable.class, () -> events.open("ClaimHeld.v1", "claim", "event", field))
                        .reason())
                .isEqualTo(Unsealable.Reason.KEY_UNKNOWN);
        assertThat(catchThrowableOfType(Unsealable.class, () -> SEALER.open(SSN, "row-1", event))
                        .reason())
                .isEqualTo(Unsealable.Reason.KEY_UNKNOWN);
    }

    @Test
    void aColumnIsNamedAsInTheDatabase() {
        for (String name : List.of("", "SSN", "ssn ", "1ssn", "a.b")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Field("patient", name));
            assertThatIllegalArgumentException().isThrownBy(() -> new Field(name, "ssn"));
        }
    }

    private static byte[] repeated(byte[] part, int times) {
        var whole = new byte[part.length * times];
        for (int at = 0; at < whole.length; at++) {
            whole[at] = part[at % part.length];
        }
        return whole;
    }

    private static byte[] seal(String row, String content) {
        return SEALER.seal(SSN, row, content.getBytes(UTF_8));
    }

    private static byte[] place(String... names) {
        return Seal.unambiguously("place", names);
    }

    private static boolean isWellFormed(String text) {
        return UTF_8.newEncoder().canEncode(text);
    }

    private static void assertNoBitCanBeFlipped(byte[] sealed) {
        for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            var flipped = sealed.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThatThrownBy(() -> SEALER.open(SSN, "row-1", flipped))
                    .as("bit %d", bit)
                    .isInstanceOf(Unsealable.class);
        }
    }

    private static void assertRefused(ThrowingCallable opening, String where) {
        var refused = catchThrowableOfType(Unsealable.class, opening);
        assertThat(refused).hasMessageContaining(where);
        assertThat(refused.reason()).isEqualTo(Unsealable.Reason.ALTERED_OR_MOVED);
    }
}
