package io.openrcm.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What identifies the one patient of the story, each part found nowhere else in the world: wherever one is met, a patient was met. */
enum Canaries {
    FAMILY("Zyxwquorn"),
    GIVEN("Kvothbrannek"),
    MIDDLE("Obzelfinch"),
    SUBSCRIBER("Thrumgezarin"),
    BIRTH_DATE("1917-08-23", "19170823", "08/23/1917", "1917, 8, 23"),
    MEDICAL_RECORD("MRNZQ7731904"),
    MEMBER("ZQM4881073"),
    GROUP("GRPZQ55218"),
    /** Of a number range that is never given out. */
    SOCIAL_SECURITY("987-65-4329", "987654329"),
    ACCOUNT("ACCTZQ884120"),
    STREET("Fenzwickle Terrace"),
    CITY("Quozlburgh"),
    NOTE("whispered of a hippogriff");

    private final List<String> spellings;
    private final Set<String> forms = new TreeSet<>();

    Canaries(String... spellings) {
        this.spellings = List.of(spellings);
        for (var spelling : spellings) {
            for (var cased : List.of(spelling, spelling.toUpperCase(Locale.ROOT), spelling.toLowerCase(Locale.ROOT))) {
                forms(cased).forEach(form -> forms.add(form.toLowerCase(Locale.ROOT)));
            }
        }
    }

    String text() {
        return spellings.getFirst();
    }

    private static Stream<String> forms(String spelling) {
        var bytes = spelling.getBytes(UTF_8);
        return Stream.concat(
                Stream.of(
                        spelling,
                        URLEncoder.encode(spelling, UTF_8),
                        spelling.replace(" ", "%20"),
                        HexFormat.of().formatHex(bytes)),
                Stream.of(0, 1, 2).map(offset -> base64(bytes, offset)));
    }

    /** What is the same in Base64 wherever the bytes stand in a longer text: its first and last character depend on the neighbours. */
    private static String base64(byte[] bytes, int offset) {
        var shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        var text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int whole = shifted.length / 3 * 4;
        return text.substring(offset == 0 ? 0 : offset + 1, whole);
    }

    /** Which of them are in this text, in whatever case, also in Base64, in hexadecimal digits or encoded for a URL. */
    static List<Canaries> in(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(canary -> canary.forms.stream().anyMatch(lower::contains))
                .toList();
    }
}
