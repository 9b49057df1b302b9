package io.openrcm.gateway.x12.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.Money;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.gateway.x12.X12File;
import io.openrcm.gateway.x12.X12Files;
import io.openrcm.gateway.x12.answer.Unsupported;
import io.openrcm.gateway.x12.claim.WrittenInterchange.ClaimPlace;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class WrittenClaimsTest {

    @Property(tries = 300)
    void whatIsWrittenReadsAsOneSoundInterchange(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int count) {
        List<ClaimContent> claims = new SyntheticClaims(seed, List.of()).claims(count);

        WrittenInterchange file = SyntheticFiles.write(claims);

        assertThat(X12Files.read(file.bytes()))
                .isInstanceOfSatisfying(
                        X12File.Read.class,
                        read -> assertThat(read.interchanges()).singleElement().satisfies(interchange -> {
                            assertThat(interchange.findings()).isEmpty();
                            assertThat(interchange.controlNumber()).isEqualTo(file.controlNumber());
                            assertThat(interchange.answers())
                                    .hasSize(SyntheticFiles.sets(claims).size())
                                    .allMatch(Unsupported.class::isInstance);
                        }));
        String text = new String(file.bytes(), StandardCharsets.US_ASCII);
        assertThat(text).matches("[A-Z0-9 !\"&'()+,./;?=*:^~-]+").matches(".{105}~.*");
        assertThat(text.substring(106)).doesNotContain("*~", ":~", ":*", "^", " *", "* ");
    }

    @Property(tries = 300)
    void levelsCountUpAndEachKnowsItsParentAndWhetherItHasChildren(@ForAll long seed) {
        WrittenInterchange file = SyntheticFiles.write(new SyntheticClaims(seed, List.of()).claims(9));

        List<List<String>> levels = new ArrayList<>();
        for (List<String> segment : Segments.of(file.bytes())) {
            switch (segment.getFirst()) {
                case "ST" -> levels.clear();
                case "HL" -> levels.add(segment);
                case "SE" -> assertLevels(levels);
                default -> {}
            }
        }
    }

    private static void assertLevels(List<List<String>> levels) {
        Map<String, String> parentKind = Map.of("22", "20", "23", "22");
        Map<String, String> kindOf = new HashMap<>();
        for (int i = 0; i < levels.size(); i++) {
            List<String> level = levels.get(i);
            String number = Integer.toString(i + 1);
            assertThat(level.get(1)).isEqualTo(number);
            assertThat(kindOf.get(level.get(2))).isEqualTo(parentKind.get(level.get(3)));
            boolean hasChildren = levels.stream().anyMatch(child -> child.get(2).equals(number));
            assertThat(level.get(4)).isEqualTo(hasChildren ? "1" : "0");
            kindOf.put(number, level.get(3));
        }
    }

    @Property(tries = 300)
    void aClaimAsksForTheSumOfItsLinesWhichCountFromOne(@ForAll long seed) {
        WrittenInterchange file = SyntheticFiles.write(new SyntheticClaims(seed, List.of()).claims(6));

        Money asked = Money.ZERO;
        Money lines = Money.ZERO;
        int line = 0;
        for (List<String> segment : Segments.of(file.bytes())) {
            switch (segment.getFirst()) {
                case "CLM" -> {
                    assertThat(lines).isEqualTo(asked);
                    asked = money(segment.get(2));
                    lines = Money.ZERO;
                    line = 0;
                }
                case "LX" -> assertThat(segment.get(1)).isEqualTo(Integer.toString(++line));
                case "SV1" -> lines = lines.plus(money(segment.get(2)));
                case "SV2" -> lines = lines.plus(money(segment.get(3)));
                default -> {}
            }
        }
        assertThat(lines).isEqualTo(asked);
    }

    private static Money money(String amount) {
        assertThat(amount).matches("0|[1-9]\\d*|[1-9]?\\d*\\.\\d?[1-9]");
        return Money.of(amount.startsWith(".") ? "0" + amount : amount);
    }

    @Property(tries = 300)
    void everyClaimStandsWhereItsPlaceSays(@ForAll long seed) {
        List<ClaimContent> claims = new SyntheticClaims(seed, List.of()).claims(8);
        WrittenInterchange file = SyntheticFiles.write(claims);

        Map<String, List<List<String>>> sets = new HashMap<>();
        List<List<String>> set = new ArrayList<>();
        for (List<String> segment : Segments.of(file.bytes())) {
            set = segment.getFirst().equals("ST") ? new ArrayList<>() : set;
            set.add(segment);
            if (segment.getFirst().equals("SE")) {
                sets.put(segment.get(2), set);
            }
        }
        assertThat(file.places())
                .extracting(ClaimPlace::claim)
                .containsExactlyInAnyOrderElementsOf(
                        claims.stream().map(ClaimContent::number).toList());
        for (ClaimPlace place : file.places()) {
            List<List<String>> segments = sets.get(place.transactionSet());
            assertThat(segments.get(place.claimSegment() - 1))
                    .startsWith("CLM", place.claim().value());
            assertThat(segments.get(place.firstSegment() - 1).getFirst()).isIn("HL", "CLM");
            assertThat(segments.subList(place.firstSegment() - 1, place.claimSegment() - 1))
                    .noneMatch(segment -> segment.getFirst().equals("CLM"));
        }
    }

    @Property(tries = 300)
    void noTextCanAddOrRemoveASegmentOrAnElement(@ForAll long seed, @ForAll("nastyTexts") List<String> texts) {
        byte[] plain = SyntheticFiles.write(new SyntheticClaims(seed, List.of()).claims(4))
                .bytes();

        byte[] nasty =
                SyntheticFiles.write(new SyntheticClaims(seed, texts).claims(4)).bytes();

        List<List<String>> expected = Segments.of(plain);
        List<List<String>> actual = Segments.of(nasty);
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).hasSameSizeAs(expected.get(i));
            assertThat(actual.get(i).getFirst()).isEqualTo(expected.get(i).getFirst());
        }
        assertThat(X12Files.read(nasty)).isInstanceOf(X12File.Read.class);
    }

    @Provide
    Arbitrary<List<String>> nastyTexts() {
        Arbitrary<String> unicode = Arbitraries.strings().all().ofMaxLength(1);
        Arbitrary<String> attacks = Arbitraries.of(
                "~SE*2*0001~",
                "*",
                ":",
                "^",
                "~",
                "\r\n",
                "\0",
                " ~ ",
                "A:B*C",
                "É",
                "：",
                "＊",
                "～",
                "\u0085",
                "\u2028",
                "\uD83D\uDE00",
                "\uD800",
                "\u202E",
                "<|>",
                "~IEA*1*1~");
        return Arbitraries.frequencyOf(Tuple.of(1, unicode), Tuple.of(2, attacks))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Property(tries = 100)
    void anIndependentReaderFindsTheSameSegmentsAndElements(@ForAll long seed, @ForAll("nastyTexts") List<String> texts)
            throws Exception {
        byte[] file =
                SyntheticFiles.write(new SyntheticClaims(seed, texts).claims(4)).bytes();

        List<List<String>> independent = readIndependently(file);

        assertThat(independent).isEqualTo(Segments.of(file));
    }

    private static List<List<String>> readIndependently(byte[] file) throws Exception {
        List<List<String>> segments = new ArrayList<>();
        List<String> components = new ArrayList<>();
        try (EDIStreamReader reader =
                EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(file))) {
            boolean inComposite = false;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case START_SEGMENT -> segments.add(new ArrayList<>(List.of(reader.getText())));
                    case START_COMPOSITE -> {
                        inComposite = true;
                        components.clear();
                    }
                    case END_COMPOSITE -> {
                        inComposite = false;
                        segments.getLast().add(String.join(":", components));
                    }
                    case ELEMENT_DATA ->
                        (inComposite ? components : segments.getLast())
                                .add(reader.getText().strip());
                    case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR ->
                        throw new AssertionError(reader.getErrorType() + " in " + segments.getLast());
                    default -> {}
                }
            }
        }
        return segments;
    }
}
