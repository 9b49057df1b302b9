package io.openrcm.claims.posting.adjudication;

import static io.openrcm.claims.posting.adjudication.RemitFixture.SERVED;
import static io.openrcm.claims.posting.adjudication.RemitFixture.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.Money;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.payer.RemittedLine;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineMatchingTest {

    private static final LocalDate NEXT_DAY = SERVED.plusDays(1);

    @Test
    void ourControlNumberDecidesWhateverElseDiffers() {
        var ours = List.of(line("L1", "99283", 10000), line("L2", "71046", 5000));

        assertThat(match(ours, theirs("L2", "99283", null, SERVED, 10000))).containsExactly("L2");
    }

    @Test
    void twoPartsOfOneLineBothFindIt() {
        var ours = List.of(line("L1", "99283", 10000));

        assertThat(match(ours, theirs("L1", "99283", null, SERVED, 6000), theirs("L1", "99282", null, SERVED, 4000)))
                .containsExactly("L1", "L1");
    }

    @Test
    void withoutControlNumberTheCodeWeBilledIsTakenAndNotTheOneThePayerMadeOfIt() {
        var ours = List.of(line("L1", "99284", 10000), line("L2", "99283", 10000));

        assertThat(match(ours, theirs(null, "99283", "99284", SERVED, 10000))).containsExactly("L1");
    }

    @Test
    void modifiersTellTwoLinesOfTheSameCodeApart() {
        var left = line("L1", "73110", List.of("LT"), SERVED, 8000);
        var right = line("L2", "73110", List.of("RT"), SERVED, 8000);

        assertThat(match(List.of(left, right), theirs(null, "73110", List.of("RT"), 8000)))
                .containsExactly("L2");
    }

    @Test
    void aPayerThatDropsTheModifierIsStillUnderstood() {
        var ours = List.of(line("L1", "73110", List.of("LT"), SERVED, 8000), line("L2", "99283", 10000));

        assertThat(match(ours, theirs(null, "73110", null, SERVED, 7500))).containsExactly("L1");
    }

    @Test
    void chargeAndDateDecideWhereThePayerChangedTheCodeSilently() {
        var ours = List.of(line("L1", "99283", 10000), line("L2", "71046", List.of(), NEXT_DAY, 10000));

        assertThat(match(ours, theirs(null, "99282", null, NEXT_DAY, 10000))).containsExactly("L2");
    }

    @Test
    void twoDifferentLinesThatFitEquallyWellAreNotGuessedAt() {
        var ours = List.of(
                line("L1", "73110", List.of("LT"), SERVED, 8000), line("L2", "73110", List.of("RT"), SERVED, 8000));

        assertThat(match(ours, theirs(null, "73110", null, SERVED, 8000))).containsExactly("");
    }

    @Test
    void linesThatAreTheSameInAllThePayerSeesAreTakenOneAfterTheOther() {
        var ours = List.of(line("L1", "97110", 4000), line("L2", "97110", 4000));

        assertThat(match(ours, theirs(null, "97110", null, SERVED, 4000), theirs(null, "97110", null, SERVED, 4000)))
                .containsExactly("L1", "L2");
    }

    @Test
    void theOrderOfLinesMeansNothing() {
        var ours = List.of(line("L1", "99283", 10000), line("L2", "71046", 5000));

        assertThat(match(ours, theirs(null, "71046", null, null, 5000), theirs(null, "99283", null, null, 10000)))
                .containsExactly("L2", "L1");
    }

    @Test
    void aLineThatIsNoneOfOursIsNotForcedOntoOne() {
        assertThat(match(List.of(line("L1", "99283", 10000)), theirs(null, "G0001", null, SERVED, 100)))
                .containsExactly("");
    }

    private static List<String> match(List<ServiceLine> ours, RemittedLine... theirs) {
        return LineMatching.controlNumbers(ours, List.of(theirs));
    }

    private static RemittedLine theirs(
            @Nullable String number, String code, @Nullable String submitted, @Nullable LocalDate on, long cents) {
        return theirs(number, code, submitted, List.of(), on, cents);
    }

    private static RemittedLine theirs(@Nullable String number, String code, List<String> modifiers, long cents) {
        return theirs(number, code, null, modifiers, SERVED, cents);
    }

    private static RemittedLine theirs(
            @Nullable String number,
            String code,
            @Nullable String submitted,
            List<String> modifiers,
            @Nullable LocalDate on,
            long cents) {
        return new RemittedLine(
                number,
                code,
                submitted,
                null,
                modifiers,
                on,
                Money.ofCents(cents),
                Money.ofCents(cents),
                null,
                List.of(),
                List.of());
    }
}
