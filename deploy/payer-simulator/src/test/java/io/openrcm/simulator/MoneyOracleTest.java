package io.openrcm.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.simulator.ClaimFileFixture.ClaimText;
import io.openrcm.simulator.answers.AnswerText;
import io.openrcm.simulator.answers.Balance;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger is only worth something as an oracle if it says the same as the files that went out. */
class MoneyOracleTest {

    private static final List<String> ENDINGS =
            List.of("99", "99", "11", "12", "21", "22", "32", "41", "42", "43", "44");
    private static final List<String> CHARGES = List.of("0", ".01", "1.99", "33.33", "185.5", "12000");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theLedgersMoneyIsTheMoneyOfTheRemittances(long seed) throws IOException {
        var random = new Random(seed);
        try (var payers = new PayersFixture(folder)) {
            for (var control = 1; control <= 12; control++) {
                payers.send("RIVERCH", file(random, control), control);
                payers.pass(Duration.ofMillis(random.nextInt(900)));
                if (random.nextInt(4) == 0) {
                    payers.stop();
                    payers.start();
                }
            }
            payers.pass(Duration.ofSeconds(20));
            payers.settle();

            var remittances = payers.names("RIVERCH", "835").stream()
                    .filter(name -> !name.contains("again"))
                    .map(name -> payers.answer("RIVERCH", name))
                    .toList();
            assertThat(remittances).allMatch(it -> Balance.faults(it).isEmpty());
            var summary = payers.summary();
            assertThat(summary.paidCents()).isEqualTo(sum(remittances, 4)).isPositive();
            assertThat(summary.patientCents()).isEqualTo(sum(remittances, 5)).isPositive();
            assertThat(summary.billedCents())
                    .isEqualTo(summary.paidCents()
                            + summary.adjustedCents()
                            + summary.patientCents()
                            + summary.deniedCents()
                            + summary.openCents());
            assertThat(summary.claims()).isEqualTo(12 * 40);
            assertThat(summary.awaiting()).isZero();
            assertThat(summary.complaints()).isZero();
        }
    }

    private static ClaimFileFixture file(Random random, int control) {
        var file = ClaimFileFixture.professional();
        for (var at = 0; at < 40; at++) {
            List<String> charges = new ArrayList<>();
            for (var line = 0; line <= random.nextInt(5); line++) {
                charges.add(CHARGES.get(random.nextInt(CHARGES.size())));
            }
            file.with(new ClaimText(
                            "E%d-%d".formatted(control, at),
                            random.nextBoolean() ? "MERID" : "CASCB",
                            ENDINGS.get(random.nextInt(ENDINGS.size())))
                    .charges(charges));
        }
        return file;
    }

    private static long sum(List<AnswerText> remittances, int element) {
        return remittances.stream()
                .flatMap(it -> it.all("CLP").stream())
                .mapToLong(clp -> AnswerText.cents(clp, element))
                .sum();
    }
}
