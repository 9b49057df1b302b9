package io.openrcm.gateway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Files as a trading partner sends them, written by hand, each with control numbers of its own. */
public final class PayerFiles {

    private static final AtomicInteger NUMBERS =
            new AtomicInteger((int) (System.nanoTime() / 1_000_000 % 900_000) * 1_000);

    private PayerFiles() {}

    public static byte[] ta1(String interchange, char verdict, String note) {
        int number = NUMBERS.incrementAndGet();
        return file(header(number) + "TA1*" + interchange + "*261123*0930*" + verdict + "*" + note + "~" + "IEA*0*"
                + padded(number) + "~");
    }

    /** A 999 on one group with one set: {@code errors} are IK3, CTX and IK4 segments. */
    public static byte[] ack999(String group, String set, char verdict, String... errors) {
        var body = new ArrayList<>(List.of("AK1*HC*" + group + "*005010X222A1", "AK2*837*" + set + "*005010X222A1"));
        body.addAll(Arrays.asList(errors));
        body.add(verdict == 'A' ? "IK5*A" : "IK5*" + verdict + "*5");
        body.add("AK9*" + verdict + "*1*1*" + (verdict == 'R' ? "0" : "1"));
        return group("FA", "005010X231A1", "999", "005010X231A1", body);
    }

    /** A 277CA on one batch; {@code claims} are made by {@link #accepted} and {@link #rejected}. */
    public static byte[] ack277(String issuer, String batch, String totals, String... claims) {
        var body = new ArrayList<>(List.of(
                "BHT*0085*08*" + NUMBERS.incrementAndGet() + "*20261123*0930*TH",
                "HL*1**20*1",
                "NM1*" + issuer + "*2*ISSUER*****46*ISSUER",
                "TRN*1*TRACE" + NUMBERS.incrementAndGet(),
                "DTP*050*D8*20261123",
                "DTP*009*D8*20261123",
                "HL*2*1*21*1",
                "NM1*41*2*LAKESIDE MEDICAL CENTER*****46*LAKESIDE",
                "TRN*2*" + batch,
                "STC*A1:19:PR*20261123*WQ*125"));
        body.addAll(List.of(totals.split("~", -1)));
        body.addAll(List.of("HL*3*2*19*1", "NM1*85*2*LAKESIDE MEDICAL CENTER*****XX*1555000015", "TRN*1*0"));
        int level = 4;
        for (var claim : claims) {
            body.add("HL*" + level++ + "*3*PT");
            body.addAll(List.of(claim.split("~", -1)));
        }
        return group("HN", "005010X214", "277", "005010X214", body);
    }

    public static String accepted(String claimNumber, String payerClaimNumber) {
        return "NM1*QC*1*SAMPLE*PAT****MI*M10000000~TRN*2*" + claimNumber + "~STC*A2:20:PR*20261123*WQ*125~REF*1K*"
                + payerClaimNumber + "~DTP*472*D8*20261102";
    }

    public static String rejected(String claimNumber) {
        return "NM1*QC*1*SAMPLE*PAT****MI*M10000000~TRN*2*" + claimNumber
                + "~STC*A7:164:IL*20261123*U*125~DTP*472*D8*20261102";
    }

    /** An 835 of one payment. {@code claims} are made by {@link #paid}. */
    public static byte[] remittance(String trace, String amount, String... claims) {
        var body = new ArrayList<>(List.of(
                "BPR*I*" + amount + "*C*ACH*CCP*01*011000015*DA*123456*1910000001**01*011000015*DA*654321*20261123",
                "TRN*1*" + trace + "*1910000001",
                "DTM*405*20261123",
                "N1*PR*MERIDIAN HEALTH PLAN*XV*MERID",
                "N3*1 PLAZA",
                "N4*MADISON*WI*53703",
                "PER*BL*DESK*TE*6085550000",
                "N1*PE*LAKESIDE MEDICAL CENTER*XX*1555000015",
                "LX*1"));
        for (var claim : claims) {
            body.addAll(List.of(claim.split("~", -1)));
        }
        return group("HP", "005010X221A1", "835", null, body);
    }

    /** Billed 125, paid and adjusted as told. */
    public static String paid(String claimNumber, String paid, String adjusted) {
        return "CLP*" + claimNumber + "*1*125*" + paid + "**12*ICN" + claimNumber
                + "*11*1~NM1*QC*1*SAMPLE*PAT****MI*M10000000~SVC*HC:99213*125*" + paid
                + "**1~DTM*472*20261102~CAS*CO*45*"
                + adjusted + "~REF*6R*" + claimNumber + "L1";
    }

    public static byte[] group(String code, String guide, String type, String setGuide, List<String> body) {
        int number = NUMBERS.incrementAndGet();
        var segments = new ArrayList<String>();
        segments.add("ST*" + type + "*0001" + (setGuide == null ? "" : "*" + setGuide));
        segments.addAll(body);
        segments.add("SE*" + (segments.size() + 1) + "*0001");
        return file(header(number) + "GS*" + code + "*RIVERCH*LAKESIDE*20261123*0930*" + number + "*X*" + guide + "~"
                + String.join("~", segments) + "~GE*1*" + number + "~IEA*1*" + padded(number) + "~");
    }

    private static String header(int number) {
        return "ISA*00*          *00*          *ZZ*RIVERCH        *ZZ*LAKESIDE       *261123*0930*^*00501*"
                + padded(number) + "*0*T*:~";
    }

    private static String padded(int number) {
        return "%09d".formatted(number);
    }

    private static byte[] file(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
