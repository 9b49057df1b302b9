package io.openrcm.simulator.x12;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {

    @Property
    void everyAmountComesBackFromItsCanonicalText(@ForAll @LongRange(min = -99_999_999, max = 99_999_999) long cents) {
        var text = Amount.text(cents);
        assertThat(Amount.cents(text)).isEqualTo(cents);
        assertThat(Amount.isCanonical(text)).isTrue();
        assertThat(text).doesNotMatch(".*\\.\\d*0$|^-?0.+|.*\\.$");
    }

    @ParameterizedTest
    @CsvSource({"125.50,12550", "0.5,50", "00,0", "200.,20000", "0.00,0", "-50.10,-5010"})
    void aTextWithNeedlessZerosIsReadButIsNotCanonical(String text, long cents) {
        assertThat(Amount.cents(text)).isEqualTo(cents);
        assertThat(Amount.isCanonical(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "1.005", "1,200", "+5", "1.2.3", "12A", "9999999999999"})
    void whatIsNoAmountOfMoneyIsNone(String text) {
        assertThat(Amount.cents(text)).isEqualTo(Amount.NONE);
    }
}
