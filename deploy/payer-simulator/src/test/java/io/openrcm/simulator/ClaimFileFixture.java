package io.openrcm.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** 837 files as a hospital would send them, valid unless a test breaks them on purpose. One claim a subscriber, all counts right. */
public final class ClaimFileFixture {

    private final List<String> claims = new ArrayList<>();
    private String partner = "RIVERCH";
    private int control = 101;
    private String acknowledge = "0";
    private boolean institutional;

    private ClaimFileFixture() {}

    public static ClaimFileFixture professional() {
        return new ClaimFileFixture();
    }

    public static ClaimFileFixture institutional() {
        var file = new ClaimFileFixture();
        file.institutional = true;
        return file;
    }

    public ClaimFileFixture to(String receivingPartner) {
        partner = receivingPartner;
        return this;
    }

    public ClaimFileFixture numbered(int controlNumber) {
        control = controlNumber;
        return this;
    }

    public ClaimFileFixture askingForTa1() {
        acknowledge = "1";
        return this;
    }

    /** A two-line claim of 185.50 whose member id ends as given. */
    public ClaimFileFixture claim(String number, String payer, String ending) {
        return with(new ClaimText(number, payer, ending));
    }

    public ClaimFileFixture with(ClaimText claim) {
        claims.add(institutional ? claim.institutional() : claim.professional());
        return this;
    }

    public String text() {
        var guide = institutional ? "005010X223A2" : "005010X222A1";
        var head = List.of(
                "ST*837*0001*" + guide,
                "BHT*0019*00*BATCH%06d*20261123*0930*CH".formatted(control),
                "NM1*41*2*LAKESIDE MEDICAL CENTER*****46*LAKESIDE",
                "PER*IC*EDI DESK*TE*6085550100",
                "NM1*40*2*RIVER CLEARINGHOUSE*****46*" + partner,
                "HL*1**20*1",
                "PRV*BI*PXC*282N00000X",
                "NM1*85*2*LAKESIDE MEDICAL CENTER*****XX*1555000011",
                "N3*4800 HARBOR DRIVE",
                "N4*MADISON*WI*537031234",
                "REF*EI*391234567");
        var body = new StringBuilder(String.join("~", head)).append('~');
        for (var at = 0; at < claims.size(); at++) {
            body.append("HL*%d*1*22*0~".formatted(at + 2)).append(claims.get(at));
        }
        var segments = (int) body.chars().filter(c -> c == '~').count() + 1;
        return "ISA*00*          *00*          *ZZ*LAKESIDE       *ZZ*%-15s*261123*0930*^*00501*%09d*%s*T*:~"
                        .formatted(partner, control, acknowledge)
                + "GS*HC*LAKESIDE*%s*20261123*0930*%d*X*%s~".formatted(partner, control, guide)
                + body
                + "SE*%d*0001~GE*1*%d~IEA*1*%09d~".formatted(segments, control, control);
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One claim's text, from SBR to its last line. */
    public static final class ClaimText {

        private final String number;
        private final String payer;
        private final String memberEnding;
        private String frequency = "1";
        private String reference = "";
        private String otherPayers = "";
        private String rank = "P";
        private List<String> charges = List.of("125.5", "60");

        public ClaimText(String number, String payer, String memberEnding) {
            this.number = number;
            this.payer = payer;
            this.memberEnding = memberEnding;
        }

        public ClaimText frequency(String code, String payerNumber) {
            frequency = code;
            reference = payerNumber;
            return this;
        }

        public ClaimText charges(List<String> amounts) {
            charges = List.copyOf(amounts);
            return this;
        }

        /** A secondary payer that has not seen the claim yet. */
        public ClaimText withSupplement(String id) {
            otherPayers = "SBR*S*18*******CI~OI***Y***Y~NM1*IL*1*OLSEN*PETER****MI*GS77801~"
                    + "NM1*PR*2*GRANITE SUPPLEMENT*****PI*%s~".formatted(id);
            return this;
        }

        /** Sent to the secondary payer, after the first paid 96.4 and left 40.1 and 12 to the patient. */
        public ClaimText afterFirstPayer(String first) {
            rank = "S";
            otherPayers = "SBR*P*18*******MB~AMT*D*96.4~OI***Y***Y~NM1*IL*1*OLSEN*PETER****MI*1EG4TE5MK73~"
                    + "NM1*PR*2*MEDICARE*****PI*%s~".formatted(first);
            return this;
        }

        String professional() {
            var text = new StringBuilder(subscriber())
                    .append("CLM*%s*%s***11:B:%s*Y*A*Y*Y~".formatted(number, total(), frequency))
                    .append(reference.isEmpty() ? "" : "REF*F8*" + reference + "~")
                    .append("HI*ABK:J209*ABF:R05~")
                    .append("NM1*82*1*CHEN*MEI****XX*1555000029~PRV*PE*PXC*208000000X~")
                    .append(otherPayers);
            for (var at = 0; at < charges.size(); at++) {
                text.append("LX*%d~SV1*HC:%d:25*%s*UN*1***1:2~DTP*472*D8*20261101~REF*6R*L%d~"
                        .formatted(at + 1, 99213 + at, charges.get(at), at + 1));
                if (rank.equals("S")) {
                    text.append(
                            at == 0
                                    ? "SVD*MCARE*60.4*HC:99213:25**1~CAS*CO*45*25~CAS*PR*2*40.1~DTP*573*D8*20261110~"
                                    : "SVD*MCARE*36*HC:99214:25**1~CAS*CO*45*12~CAS*PR*2*12~DTP*573*D8*20261110~");
                }
            }
            return text.toString();
        }

        String institutional() {
            var text = new StringBuilder(subscriber())
                    .append("CLM*%s*%s***11:A:%s**A*Y*Y~".formatted(number, total(), frequency))
                    .append("DTP*096*TM*1430~DTP*434*RD8*20261105-20261109~DTP*435*DT*202611050315~CL1*1*1*01~")
                    .append(reference.isEmpty() ? "" : "REF*F8*" + reference + "~")
                    .append("HI*ABK:I214:::::::Y~HI*ABJ:R0789~HI*DR:280~HI*ABF:I10:::::::Y*ABF:Z7984~")
                    .append("HI*BBR:027034Z:D8:20261105~HI*BI:71:RD8:20260801-20260804~HI*BH:11:D8:20261104~")
                    .append("HI*BE:80:::4~HI*BG:C1~NM1*71*1*NGUYEN*KIM****XX*1555000037~")
                    .append(otherPayers);
            for (var at = 0; at < charges.size(); at++) {
                text.append(
                                at == 0
                                        ? "LX*1~SV2*0120**%s*DA*4~".formatted(charges.get(at))
                                        : "LX*%d~SV2*0360*HC:33533*%s*UN*1~".formatted(at + 1, charges.get(at)))
                        .append("REF*6R*L%d~".formatted(at + 1));
            }
            return text.toString();
        }

        private String subscriber() {
            return "SBR*%s*18*******CI~NM1*IL*1*OLSEN*PETER****MI*W2003%s~".formatted(rank, memberEnding)
                    + "N3*9 LAKE DRIVE~N4*MADISON*WI*53703~DMG*D8*19451012*M~"
                    + "NM1*PR*2*THE PAYER*****PI*%s~".formatted(payer);
        }

        private String total() {
            var cents = charges.stream()
                    .mapToLong(it -> Math.round(Double.parseDouble(it) * 100))
                    .sum();
            var text = String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
            return text.replaceAll("0+$", "").replaceAll("\\.$", "").replaceAll("^0(?=\\.)", "");
        }
    }
}
