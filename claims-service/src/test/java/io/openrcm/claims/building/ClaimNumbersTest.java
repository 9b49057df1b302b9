package io.openrcm.claims.building;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.ClaimId;
import io.openrcm.events.Ids;
import java.util.HashSet;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ClaimNumbersTest {

    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ23456789";

    @Property
    void everyNumberIsFourteenSafeCharactersThatBeginWithALetter(@ForAll long most, @ForAll long least) {
        var number = ClaimNumbers.of(new ClaimId(new UUID(most, least))).value();

        assertThat(number).matches("[BCDFGHJKLMNPQRSTVWXZ][BCDFGHJKLMNPQRSTVWXZ2-9]{13}");
        assertThat(ClaimNumbers.isWellFormed(number)).isTrue();
    }

    @Property
    void oneWrongCharacterIsAlwaysFound(
            @ForAll long most, @ForAll @IntRange(max = 13) int place, @ForAll @IntRange(min = 1, max = 27) int shift) {
        var number = ClaimNumbers.of(new ClaimId(new UUID(most, 7))).value();
        var wrong = ALPHABET.charAt((ALPHABET.indexOf(number.charAt(place)) + shift) % ALPHABET.length());

        var typed = number.substring(0, place) + wrong + number.substring(place + 1);

        assertThat(ClaimNumbers.isWellFormed(typed)).isFalse();
    }

    @Example
    void noTwoOfTwoHundredThousandClaimsShareANumber() {
        var numbers = new HashSet<String>();
        for (int i = 0; i < 200_000; i++) {
            numbers.add(ClaimNumbers.of(new ClaimId(Ids.derived("claim " + i))).value());
        }

        assertThat(numbers).hasSize(200_000);
    }
}
