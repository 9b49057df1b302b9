package io.openrcm.gateway.x12.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasicTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            value = {
                "Nguyễn|NGUYEN",
                "Müller-Straße|MULLER-STRASSE",
                "Łódź|LODZ",
                "Ærøskøbing|AEROSKOBING",
                "O’Brien|O'BRIEN",
                "METRO: WEST|METRO  WEST",
                "a*b~c^d|A B C D",
                "ＡＢ：Ｃ|AB C",
                "$\u4e2d\u6587 Li$|LI",
                "$  trimmed  $|TRIMMED",
            })
    void aTextIsFoldedIntoTheBasicCharacterSet(String text, String folded) {
        assertThat(BasicText.fold(text)).isEqualTo(folded);
    }

    @Property
    void nothingButBasicCharactersIsLeftAndTheLengthIsKnownBefore(@ForAll String text) {
        String folded = BasicText.fold(text);

        assertThat(folded).matches("[A-Z0-9 !\"&'()+,./;?=-]*");
        assertThat(BasicText.length(text)).isEqualTo(folded.length());
        assertThat(BasicText.fold(folded)).isEqualTo(folded);
        assertThat(BasicText.isVerbatim(folded)).isTrue();
    }

    @Property
    void anIdentifierOnlyRisesToUpperCase(@ForAll String text) {
        if (BasicText.isIdentifier(text)) {
            assertThat(BasicText.fold(text)).isEqualToIgnoringCase(text);
        } else {
            assertThat(BasicText.isVerbatim(text)).isFalse();
        }
    }
}
