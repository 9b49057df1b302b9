package io.openrcm.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void theExtraRowOnlyTellsThatThereIsMore() {
        Page<Integer> page = Page.of(List.of(1, 2, 3), 2, last -> "after-" + last);

        assertThat(page).isEqualTo(new Page<>(List.of(1, 2), "after-2"));
    }

    @Test
    void theLastPageHasNoNext() {
        assertThat(Page.of(List.of(1, 2), 2, last -> "x").next()).isNull();
    }

    @Test
    void aLimitOutsideTheRangeIsRefused() {
        assertThat(Page.limit(null)).isEqualTo(50);
        assertThatThrownBy(() -> Page.limit(501)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Page.limit(0)).isInstanceOf(Problem.class);
    }

    @Test
    void aCursorComesBackAsItWasMade() {
        assertThat(Cursor.decode(Cursor.encode("2026-11-23", "a/b=c"), 2)).containsExactly("2026-11-23", "a/b=c");
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        assertThatThrownBy(() -> Cursor.decode(Cursor.encode("one"), 2)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Cursor.decode("§§", 2)).isInstanceOf(Problem.class);
    }

    @Test
    void anETagIsReadWithAndWithoutQuotes() {
        assertThat(ETags.expected("\"7\"")).isEqualTo(7L);
        assertThat(ETags.expected("W/\"7\"")).isEqualTo(7L);
        assertThat(ETags.expected("*")).isNull();
        assertThatThrownBy(() -> ETags.expected("seven")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> ETags.check(6L, 7L)).isInstanceOf(Problem.class);
    }
}
