package io.openrcm.coding.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseChangeTest {

    private static final LocalDate OCTOBER = LocalDate.of(2025, 10, 1);
    private static final LocalDate LONG_AGO = LocalDate.of(2015, 10, 1);

    @Test
    void aCodeThatIsNoLongerListedEndsTheDayBefore() {
        ReleaseChange change = ReleaseChange.of(List.of(known("G35")), List.of(listed("I10")), OCTOBER, true);

        assertThat(change.ended()).containsExactly(new KnownCode("G35", true, LONG_AGO, LocalDate.of(2025, 9, 30)));
    }

    @Test
    void anIncompleteListEndsNothing() {
        ReleaseChange change = ReleaseChange.of(List.of(known("G35")), List.of(listed("I10")), OCTOBER, false);

        assertThat(change.ended()).isEmpty();
    }

    @Test
    void aNewCodeBeginsWithTheRelease() {
        ReleaseChange change = ReleaseChange.of(List.of(), List.of(listed("G35D")), OCTOBER, true);

        assertThat(change.begun()).containsExactly(new ListedCode("G35D", true, OCTOBER, null, "title"));
    }

    @Test
    void aCodeThatBecameAHeaderEndsAsABillableOne() {
        var header = new ListedCode("G35", false, null, null, "title");
        ReleaseChange change = ReleaseChange.of(List.of(known("G35")), List.of(header), OCTOBER, true);

        assertThat(change.ended()).containsExactly(new KnownCode("G35", true, LONG_AGO, LocalDate.of(2025, 9, 30)));
        assertThat(change.begun()).containsExactly(new ListedCode("G35", false, OCTOBER, null, "title"));
    }

    @Test
    void theSameReleaseAgainChangesNothing() {
        var begun = new KnownCode("G35D", true, OCTOBER, null);
        ReleaseChange change = ReleaseChange.of(List.of(begun), List.of(listed("G35D")), OCTOBER, true);

        assertThat(change).isEqualTo(new ReleaseChange(List.of(), List.of(), List.of()));
    }

    @Test
    void aCorrectedReleaseTakesBackWhatTheFirstOneBegan() {
        var mistaken = new KnownCode("G35X", true, OCTOBER, null);
        ReleaseChange change = ReleaseChange.of(List.of(mistaken), List.of(listed("G35D")), OCTOBER, true);

        assertThat(change.withdrawn()).containsExactly(mistaken);
        assertThat(change.ended()).isEmpty();
    }

    @Test
    void aFileWithItsOwnDatesSetsThem() {
        var terminated = new ListedCode("Z9001", true, LONG_AGO, LocalDate.of(2025, 12, 31), "title");
        ReleaseChange change = ReleaseChange.of(List.of(known("Z9001")), List.of(terminated), OCTOBER, true);

        assertThat(change.begun()).containsExactly(terminated);
        assertThat(change.ended()).isEmpty();
        assertThat(change.withdrawn()).isEmpty();
    }

    @Test
    void aFileThatKnowsAnEarlierFirstDayCorrectsIt() {
        var tooLate = new KnownCode("Z9001", true, OCTOBER, null);
        var earlier = new ListedCode("Z9001", true, LONG_AGO, null, "title");
        ReleaseChange change = ReleaseChange.of(List.of(tooLate), List.of(earlier), OCTOBER, false);

        assertThat(change.withdrawn()).containsExactly(tooLate);
        assertThat(change.begun()).containsExactly(earlier);
    }

    private static KnownCode known(String code) {
        return new KnownCode(code, true, LONG_AGO, null);
    }

    private static ListedCode listed(String code) {
        return new ListedCode(code, true, null, null, "title");
    }
}
