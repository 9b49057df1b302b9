package io.openrcm.coding.codebook.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openrcm.coding.codebook.CodeSystem;
import io.openrcm.coding.codebook.ListedCode;
import io.openrcm.coding.codebook.release.ReleaseFile.BrokenLine;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseFileTest {

    @Test
    void anOrderFileTellsHeadersFromBillableCodes() throws BrokenLine {
        List<ListedCode> codes = ReleaseFile.readOrderFile(List.of(
                        orderLine(1, "Z98", false, "Synthetic category"),
                        orderLine(2, "Z98X1XA", true, "Synthetic injury"))
                .iterator());

        assertThat(codes)
                .containsExactly(
                        new ListedCode("Z98", false, null, null, "Synthetic category"),
                        new ListedCode("Z98X1XA", true, null, null, "Synthetic injury"));
    }

    @Test
    void anHcpcsFileGivesDatesAndPassesOverNoticesAndModifiers() throws BrokenLine {
        List<ListedCode> codes = ReleaseFile.readHcpcsFile(List.of(
                        "A notice",
                        hcpcsLine("Z9001", '3', "20200101", "20251231"),
                        hcpcsLine("Z9002", '3', "20260101", ""),
                        "Z9002002004a continuation",
                        hcpcsLine("   ZZ", '7', "20260101", ""))
                .iterator());

        assertThat(codes)
                .containsExactly(
                        new ListedCode(
                                "Z9001", true, LocalDate.of(2020, 1, 1), LocalDate.of(2025, 12, 31), "Synthetic item"),
                        new ListedCode("Z9002", true, LocalDate.of(2026, 1, 1), null, "Synthetic item"));
    }

    @Test
    void ourOwnFormMayLeaveDatesAndTitlesOut() throws BrokenLine {
        List<ListedCode> codes =
                ReleaseFile.readCsv(List.of("# a remark", "99213,,,", "0450,1990-01-01,,Room, emergency")
                        .iterator());

        assertThat(codes)
                .containsExactly(
                        new ListedCode("99213", true, null, null, ""),
                        new ListedCode("0450", true, LocalDate.of(1990, 1, 1), null, "Room, emergency"));
    }

    @Test
    void aBrokenLineIsNamedByItsNumber() {
        var lines = List.of(orderLine(1, "Z98", false, "Synthetic category"), "no such line");

        assertThatExceptionOfType(BrokenLine.class)
                .isThrownBy(() -> ReleaseFile.readOrderFile(lines.iterator()))
                .satisfies(broken -> assertThat(broken.line()).isEqualTo(2));
        assertThatExceptionOfType(BrokenLine.class)
                .isThrownBy(
                        () -> ReleaseFile.readCsv(List.of("99213,yesterday,,").iterator()));
        assertThatExceptionOfType(BrokenLine.class)
                .isThrownBy(
                        () -> ReleaseFile.readHcpcsFile(List.of("Only a notice").iterator()));
    }

    @Test
    void theShippedSeedIsReadable() {
        var seed = PlantSeed.seed();

        assertThat(seed).containsOnlyKeys(CodeSystem.values());
        seed.forEach((system, codes) -> assertThat(codes)
                .as(system.label())
                .extracting(ListedCode::code)
                .doesNotHaveDuplicates());
        assertThat(seed.get(CodeSystem.CPT))
                .allSatisfy(code -> assertThat(code.title()).isEmpty());
        assertThat(seed.get(CodeSystem.REVENUE))
                .allSatisfy(code -> assertThat(code.title()).isEmpty());
    }

    private static String orderLine(int number, String code, boolean isBillable, String title) {
        return "%05d %-7s %s %-60s %s".formatted(number, code, isBillable ? "1" : "0", title, title);
    }

    private static String hcpcsLine(String code, char record, String added, String terminated) {
        String head = "%-5s00100%s%-80s%-28s".formatted(code, record, "Synthetic item, each", "Synthetic item");
        return "%-320s".formatted("%-268s%-8s%-8s%-8s".formatted(head, added, added, terminated));
    }
}
