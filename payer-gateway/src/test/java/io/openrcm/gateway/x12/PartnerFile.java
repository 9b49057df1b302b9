package io.openrcm.gateway.x12;

import io.openrcm.gateway.x12.answer.PayerAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files as partners send them, made from the segments that matter, one a line. */
public final class PartnerFile {

    private static final String ISA =
            "ISA*00*          *00*          *ZZ*RIVERCH        *ZZ*LAKESIDE       *261124*0705*^*00501*000000905*0*T*:~";

    private PartnerFile() {}

    public static String remittance(String segments) {
        return interchange(group("HP", "005010X221A1", transaction("835", null, segments)));
    }

    public static String implementationAck(String segments) {
        return interchange(group("FA", "005010X231A1", transaction("999", "005010X231A1", segments)));
    }

    public static String claimAck(String segments) {
        return interchange(group("HN", "005010X214", transaction("277", "005010X214", segments)));
    }

    /** An envelope around whole segments that end with a tilde. */
    public static String interchange(String content) {
        return ISA + content + "IEA*" + count(content, "GS*") + "*000000905~";
    }

    public static String group(String functionalId, String guide, String transactions) {
        return "GS*" + functionalId + "*RIVERCH*LAKESIDE*20261124*0705*41*X*" + guide + "~" + transactions + "GE*"
                + count(transactions, "ST*") + "*41~";
    }

    public static String transaction(String type, String guide, String segments) {
        String body = segments.strip().replaceAll("\\s*\\R\\s*", "~") + "~";
        long segmentCount = body.chars().filter(c -> c == '~').count() + 2;
        return "ST*" + type + "*0001" + (guide == null ? "" : "*" + guide) + "~" + body + "SE*" + segmentCount
                + "*0001~";
    }

    private static int count(String content, String segmentStart) {
        int count = 0;
        for (String segment : content.split("~", -1)) {
            count += segment.startsWith(segmentStart) ? 1 : 0;
        }
        return count;
    }

    public static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    public static Interchange read(String file) {
        return switch (X12Files.read(bytes(file))) {
            case X12File.Read(List<Interchange> interchanges) when interchanges.size() == 1 -> interchanges.getFirst();
            case X12File other -> throw new AssertionError(other.toString());
        };
    }

    /** What a file with one transaction set or acknowledgment says. */
    public static <T extends PayerAnswer> T readOne(Class<T> kind, String file) {
        List<PayerAnswer> answers = read(file).answers();
        if (answers.size() != 1 || !kind.isInstance(answers.getFirst())) {
            throw new AssertionError(answers.toString());
        }
        return kind.cast(answers.getFirst());
    }
}
