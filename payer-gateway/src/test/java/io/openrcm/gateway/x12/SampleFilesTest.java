package io.openrcm.gateway.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.openrcm.gateway.x12.answer.ClaimAck;
import io.openrcm.gateway.x12.answer.ImplementationAck;
import io.openrcm.gateway.x12.answer.InterchangeAck;
import io.openrcm.gateway.x12.answer.PayerAnswer;
import io.openrcm.gateway.x12.answer.RemittanceAdvice;
import io.openrcm.gateway.x12.answer.Unreadable;
import io.openrcm.gateway.x12.answer.Unsupported;
import io.openrcm.gateway.x12.remittance.RemittanceProof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Public sample files with the verdicts of independent checkers, kept outside the project; without them these tests are
 * skipped. The folder is OPENRCM_X12_SAMPLES, or shared/data/x12 beside the project.
 */
class SampleFilesTest {

    private static final Path FOLDER = Optional.ofNullable(System.getenv("OPENRCM_X12_SAMPLES"))
            .map(Path::of)
            .orElse(Path.of(System.getProperty("openrcm.root", "."), "..", "shared", "data", "x12"));

    @BeforeEach
    void samplesAreThere() {
        assumeTrue(Files.exists(FOLDER.resolve("verdicts.csv")), "no sample files");
    }

    /** One line of verdicts.csv; the last column is free text. */
    record Verdict(String file, String pyx12, String stupidedi, String balance) {}

    private static List<Verdict> verdicts(String folder) throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve("verdicts.csv"))) {
            String[] columns = line.split(",", 8);
            if (columns.length == 8 && columns[0].startsWith(folder) && Files.exists(FOLDER.resolve(columns[0]))) {
                verdicts.add(new Verdict(columns[0], columns[4], columns[5], columns[6]));
            }
        }
        assertThat(verdicts).isNotEmpty();
        return verdicts;
    }

    /** Whether the file is sound in every respect that we look at. */
    private static boolean isSound(String file) {
        return switch (read(file)) {
            case X12File.Broken _, X12File.Incomplete _ -> false;
            case X12File.Read(List<Interchange> interchanges) ->
                interchanges.stream()
                        .allMatch(interchange -> interchange.findings().isEmpty()
                                && interchange.answers().stream().allMatch(SampleFilesTest::isSound));
        };
    }

    private static boolean isSound(PayerAnswer answer) {
        return switch (answer) {
            case RemittanceAdvice advice -> RemittanceProof.of(advice) instanceof RemittanceProof.Balanced;
            case ClaimAck ack -> ack.findings().isEmpty();
            case ImplementationAck ack -> ack.countsAgree();
            case InterchangeAck _ -> true;
            case Unsupported _, Unreadable _ -> false;
        };
    }

    private static X12File read(String file) {
        try {
            return X12Files.read(Files.readAllBytes(FOLDER.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyRemittanceBalancesExactlyWhereTheArithmeticCheckerSaysSo() throws IOException {
        Map<String, String> differences = new TreeMap<>();
        for (Verdict verdict : verdicts("835/")) {
            if (isSound(verdict.file()) != verdict.balance().equals("valid")) {
                differences.put(verdict.file(), verdict.balance() + " but " + read(verdict.file()));
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void everyValidAcknowledgmentIsRead() throws IOException {
        for (Verdict verdict : verdicts("999/")) {
            assertThat(isSound(verdict.file())).as(verdict.file()).isTrue();
        }
        for (Verdict verdict : verdicts("TA1/")) {
            assertThat(read(verdict.file())).as(verdict.file()).isNotInstanceOf(X12File.Broken.class);
        }
        assertThat(isSound("277CA/emedny__277CA_Sample_Accepted_.txt")).isTrue();
    }

    @Test
    void everythingElseIsReadAsUnsupportedOrRefusedWithoutAFault() throws IOException {
        for (String folder : List.of("270/", "271/", "276/", "277/", "4010/", "837P/", "837I/")) {
            for (Verdict verdict : verdicts(folder)) {
                if (read(verdict.file()) instanceof X12File.Read(List<Interchange> interchanges)) {
                    assertThat(interchanges)
                            .flatExtracting(Interchange::answers)
                            .as(verdict.file())
                            .allMatch(Unsupported.class::isInstance);
                }
            }
        }
    }

    @Test
    void mistakesPlantedInAnswersAreNoticed() {
        List<String> mistakes = List.of(
                "59-clp-does-not-balance.edi",
                "60-svc-does-not-balance.edi",
                "61-bpr02-ignores-plb.edi",
                "62-plb-sign-reversed.edi",
                "66-stc-category-f1-in-a-277ca.edi",
                "68-claim-trn-missing.edi",
                "69-ak9-counts-wrong.edi",
                "70-ik5-code-q.edi");
        for (String mistake : mistakes) {
            assertThat(isSound("planted-mistakes/" + mistake)).as(mistake).isFalse();
        }
        for (String sound : List.of("own_835_reversal_plb.edi", "own_277ca_mixed.edi", "own_999_partial.edi")) {
            assertThat(isSound("planted-mistakes/" + sound)).as(sound).isTrue();
        }
    }
}
