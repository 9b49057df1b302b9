package io.openrcm.simulator;

import static io.openrcm.simulator.ClaimFileFixture.professional;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openrcm.simulator.ClaimFileFixture.ClaimText;
import io.openrcm.simulator.ledger.ClaimState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    @TempDir
    Path folder;

    private PayersFixture payers;
    private Path inbox;

    @BeforeEach
    void start() throws IOException {
        payers = new PayersFixture(folder);
        inbox = payers.exchange().resolve("RIVERCH", "inbox");
    }

    @AfterEach
    void stop() throws IOException {
        payers.close();
    }

    @Test
    void whatWasAcceptedBeforeARestartIsPaidAfterItAndOnlyOnce() throws IOException {
        payers.sendAndSettle(
                "RIVERCH", professional().claim("E0001", "MERID", "00").claim("E0002", "MERID", "41"), 101);
        restart();
        payers.pass(Duration.ofSeconds(4));
        restart();
        payers.settle();

        assertThat(payers.answers("RIVERCH", "835").stream()
                        .map(it -> it.only("CLP").get(1)))
                .containsExactly("E0001", "E0002");
        assertThat(payers.summary().awaiting()).isZero();
    }

    @Test
    void theLedgerReadBackEqualsTheOneLeft() throws IOException {
        payers.sendAndSettle(
                "MACJ6", professional().with(new ClaimText("E0009", "MCARE", "51").withSupplement("GRANI")), 100);
        payers.sendAndSettle(
                "RIVERCH",
                professional()
                        .claim("E0001", "MERID", "12")
                        .claim("E0002", "MERID", "22")
                        .claim("E0003", "MERID", "32")
                        .claim("E0004", "MERID", "42")
                        .claim("E0001", "MERID", "00"),
                101);
        payers.sendAndSettle("RIVERCH", replacement(), 102);
        var rows = payers.ledger().rows(0, 100);
        var summary = payers.summary();
        var complaints = payers.ledger().complaints();

        restart();

        assertThat(payers.ledger().rows(0, 100)).isEqualTo(rows).hasSize(5);
        assertThat(payers.summary()).isEqualTo(summary);
        assertThat(payers.ledger().complaints()).isEqualTo(complaints).isNotEmpty();
    }

    @Test
    void aRepeatedInterchangeIsStillKnownAfterARestart() throws IOException {
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MERID", "00"), 101);
        restart();
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MERID", "00"), 101);

        assertThat(payers.answers("RIVERCH", "ta1").getFirst().only("TA1").getLast())
                .isEqualTo("025");
        assertThat(payers.names("RIVERCH", "835")).hasSize(1);
    }

    @Test
    void aReplacementAfterARestartTakesBackWhatTheEarlierRunPaid() throws IOException {
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MERID", "00"), 101);
        restart();
        payers.sendAndSettle("RIVERCH", replacement(), 102);

        assertThat(payers.answers("RIVERCH", "835")
                        .getLast()
                        .all("CLP")
                        .getFirst()
                        .subList(2, 5))
                .containsExactly("22", "-185.5", "-148.4");
        assertThat(payers.summary().paidCents()).isEqualTo(14_840);
    }

    @Test
    void answersRecordedAndNotShownAreShownAtTheNextStart() throws IOException {
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MERID", "00"), 101);
        payers.stop();
        var shown = payers.names("RIVERCH", ".edi");
        for (var name : shown) {
            Files.move(inbox.resolve(name), inbox.resolve("." + name + ".tmp"));
        }
        payers.start();

        assertThat(payers.names("RIVERCH", ".edi")).isEqualTo(shown);
    }

    @Test
    void answersNeverRecordedAreDropped() throws IOException {
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MERID", "00"), 101);
        payers.stop();
        Files.writeString(inbox.resolve(".000000099-835-MERID.edi.tmp"), "ISA");
        payers.start();

        assertThat(payers.names("RIVERCH", "000000099")).isEmpty();
    }

    @Test
    void aFileMovedButNotReadIsReadAtTheNextStart() throws IOException {
        payers.stop();
        var taken = Files.createDirectories(payers.exchange().resolve("RIVERCH", "outbox", "taken"));
        Files.write(
                taken.resolve("000000101.837"),
                professional().claim("E0001", "MERID", "00").bytes());
        Files.writeString(
                payers.journal(),
                "{\"kind\":\"taken\",\"partner\":\"RIVERCH\",\"name\":\"000000101.837\"}\n",
                StandardOpenOption.APPEND);
        payers.start();
        payers.settle();

        assertThat(payers.account("E0001").state()).isEqualTo(ClaimState.PAID);
        assertThat(payers.names("RIVERCH", "999")).hasSize(1);
    }

    @Test
    void halfALineAtTheEndOfTheJournalIsCutOff() throws IOException {
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MERID", "00"), 101);
        payers.stop();
        var size = Files.size(payers.journal());
        Files.writeString(payers.journal(), "{\"kind\":\"remit", StandardOpenOption.APPEND);
        payers.start();

        assertThat(Files.size(payers.journal())).isEqualTo(size);
        assertThat(payers.account("E0001").state()).isEqualTo(ClaimState.PAID);
    }

    @Test
    void aDamagedJournalStopsTheStart() throws IOException {
        payers.stop();
        Files.writeString(payers.journal(), "not a record\n");
        assertThatThrownBy(payers::start).isInstanceOf(IllegalArgumentException.class);
        Files.writeString(payers.journal(), "");
        payers.start();
    }

    @Test
    void theJournalHoldsNoPatientsData() throws IOException {
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MERID", "12"), 101);
        assertThat(Files.readString(payers.journal())).doesNotContain("OLSEN", "PETER", "W2003", "19451012");
    }

    private void restart() throws IOException {
        payers.stop();
        payers.start();
    }

    private static ClaimFileFixture replacement() {
        return professional().with(new ClaimText("E0001", "MERID", "00").frequency("7", "MERID00000100001"));
    }
}
