package io.openrcm.gateway.x12.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentWriterTest {

    private final SegmentWriter writer = new SegmentWriter(0);

    @Test
    void emptyElementsStayInTheMiddleAndFallOffAtTheEnd() {
        writer.segment("NM1")
                .text("IL")
                .text(null)
                .text("")
                .text(" ~ ")
                .text("X")
                .skip(3)
                .text(null)
                .end();

        assertThat(written()).isEqualTo("NM1*IL****X~");
    }

    @Test
    void emptyComponentsStayInTheMiddleAndFallOffAtTheEnd() {
        writer.segment("HI")
                .composite()
                .part("ABK")
                .part("I214")
                .skipParts(6)
                .part("Y")
                .composite()
                .part("ABF")
                .part("I10")
                .skipParts(6)
                .part((String) null)
                .end();
        writer.segment("SV2")
                .text("0120")
                .composite()
                .part((String) null)
                .amount(5)
                .end();

        assertThat(written()).isEqualTo("HI*ABK:I214:::::::Y*ABF:I10~SV2*0120**.05~");
    }

    @ParameterizedTest
    @CsvSource({
        "12550,125.5",
        "20000,200",
        "50,.5",
        "5,.05",
        "0,0",
        "-5025,-50.25",
        "100,1",
        "9999999999,99999999.99",
        "-1,-.01"
    })
    void anAmountHasNoZeroThatSaysNothing(long cents, String written) {
        writer.segment("AMT").amount(cents).end();

        assertThat(written()).isEqualTo("AMT*" + written + "~");
    }

    @Property
    void anAmountReadsBackAsItWasWritten(@ForAll @LongRange(min = -9_999_999_999L, max = 9_999_999_999L) long cents) {
        SegmentWriter amount = new SegmentWriter(0);
        amount.segment("AMT").amount(cents).end();

        String text = new String(amount.toBytes(), StandardCharsets.US_ASCII).replaceAll("^AMT\\*|~$", "");
        assertThat(new BigDecimal(text).movePointRight(2)).isEqualByComparingTo(BigDecimal.valueOf(cents));
        assertThat(text).doesNotStartWith("0.").doesNotMatch(".*\\.\\d*0");
    }

    @ParameterizedTest
    @CsvSource({"1.50,1.5", "1E+3,1000", "0.125,.125", "4,4", "10,10"})
    void aQuantityIsPlain(BigDecimal quantity, String written) {
        writer.segment("QTY").quantity(quantity).end();

        assertThat(written()).isEqualTo("QTY*" + written + "~");
    }

    @Test
    void datesHaveEightDigits() {
        writer.segment("DTP")
                .dates(LocalDate.of(2026, 1, 2), LocalDate.of(987, 6, 5))
                .end();

        assertThat(written()).isEqualTo("DTP*20260102-09870605~");
    }

    @Test
    void aDateBeforeTheYearZeroIsRefusedRatherThanWrittenAsOtherCharacters() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> writer.segment("DTP").date(LocalDate.of(-5, 1, 1)).end());
    }

    @Test
    void aComponentStandsInACompositeOnly() {
        assertThatIllegalStateException()
                .isThrownBy(() -> writer.segment("HI").text("A").part("B").end());
    }

    @Property
    void noTextsMakeMoreThanOneSegment(@ForAll @Size(max = 8) List<String> texts) {
        SegmentWriter any = new SegmentWriter(0);
        SegmentWriter segment = any.segment("NTE");
        for (String text : texts) {
            segment = segment.text(text).composite().part(text).part(text);
        }
        segment.end();

        String written = new String(any.toBytes(), StandardCharsets.US_ASCII);
        assertThat(written).matches("NTE[A-Z0-9 !\"&'()+,./;?=*:-]*~");
        assertThat(written.chars().filter(c -> c == '*').count()).isLessThanOrEqualTo(2L * texts.size());
        assertThat(written.chars().filter(c -> c == ':').count()).isLessThanOrEqualTo(texts.size());
        assertThat(any.segments()).isEqualTo(1);
    }

    private String written() {
        return new String(writer.toBytes(), StandardCharsets.US_ASCII);
    }
}
