package io.openrcm.simulator.intake;

import io.openrcm.simulator.claim.Submitter;
import io.openrcm.simulator.complaints.ComplaintCode;
import io.openrcm.simulator.complaints.Findings;
import io.openrcm.simulator.edits.DateForm;
import io.openrcm.simulator.guide.Guide;
import io.openrcm.simulator.x12.Segment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a whole file strictly. It never fails: what cannot be read becomes a complaint. */
public final class InterchangeReader {

    private final String partner;
    private final byte[] bytes;
    private final Findings findings;
    private final SegmentSource segments;
    private final List<ReceivedFile.Interchange> interchanges = new ArrayList<>();
    private int claims;

    private InterchangeReader(String partner, String file, byte[] bytes) {
        this.partner = partner;
        this.bytes = bytes;
        this.findings = new Findings(partner, file);
        this.segments = new SegmentSource(bytes, findings);
    }

    /** Reads one file of a partner's folder; that partner is also the expected receiver. */
    public static ReceivedFile read(String partner, String file, byte[] bytes) {
        var reader = new InterchangeReader(partner, file, bytes);
        var more = true;
        while (more) {
            more = reader.readInterchange();
        }
        return new ReceivedFile(List.copyOf(reader.interchanges), reader.findings);
    }

    private boolean readInterchange() {
        var start = segments.position();
        if (start >= bytes.length) {
            if (interchanges.isEmpty()) {
                findings.aboutFile(ComplaintCode.NOT_AN_INTERCHANGE, "the file is empty");
            }
            return false;
        }
        var isIsa =
                start + 3 < bytes.length && bytes[start] == 'I' && bytes[start + 1] == 'S' && bytes[start + 2] == 'A';
        var delimiters = isIsa ? InterchangeHeader.delimiters(bytes, start) : null;
        if (delimiters == null) {
            findings.aboutFile(ComplaintCode.NOT_AN_INTERCHANGE, "no ISA where an interchange begins");
            return false;
        }
        segments.use(delimiters);
        var isa = segments.peek();
        segments.advance();
        if (isa == null) {
            return false;
        }
        InterchangeHeader.check(isa, findings);
        var header = InterchangeHeader.read(isa);
        if (!header.receiver().equals(partner)) {
            findings.report(ComplaintCode.WRONG_RECEIVER, isa, "", 8, "ISA08 is not the partner of this folder");
        }
        var groups = readGroups(header, isa);
        interchanges.add(new ReceivedFile.Interchange(header, groups, findings.endInterchange()));
        return true;
    }

    private List<ReceivedFile.Group> readGroups(InterchangeHeader header, Segment isa) {
        List<ReceivedFile.Group> groups = new ArrayList<>();
        Set<String> controlNumbers = new HashSet<>();
        for (var segment = segments.peek(); segment != null; segment = segments.peek()) {
            if (segment.is("ISA")) {
                break;
            }
            segments.advance();
            switch (segment.id()) {
                case "GS" -> groups.add(readGroup(segment, header, controlNumbers));
                case "IEA" -> {
                    checkInterchangeTrailer(segment, isa, groups.size());
                    return List.copyOf(groups);
                }
                case "TA1" -> {}
                default -> findings.report(ComplaintCode.INTERCHANGE_STRUCTURE, segment, "a segment between groups");
            }
        }
        findings.missing(ComplaintCode.TRUNCATED, "IEA", isa, "", "the interchange has no IEA");
        return List.copyOf(groups);
    }

    private void checkInterchangeTrailer(Segment iea, Segment isa, int groups) {
        if (!iea.equals(2, isa.element(13))) {
            findings.report(ComplaintCode.ISA_IEA_CONTROL, iea, "", 2, "IEA02 is not ISA13");
        }
        if (!iea.equals(1, Integer.toString(groups))) {
            findings.report(ComplaintCode.IEA_GROUP_COUNT, iea, "", 1, "IEA01 is not " + groups);
        }
    }

    private ReceivedFile.Group readGroup(Segment gs, InterchangeHeader header, Set<String> controlNumbers) {
        checkGroupHeader(gs, controlNumbers);
        var submitter = new Submitter(header.senderQualifier(), header.sender(), gs.element(2), header.usage());
        List<ReceivedFile.Transaction> transactions = new ArrayList<>();
        Set<String> transactionNumbers = new HashSet<>();
        var stated = 0;
        for (var segment = segments.peek(); segment != null; segment = segments.peek()) {
            if (segment.is("ST")) {
                segments.advance();
                transactions.add(readTransaction(segment, gs, submitter, transactionNumbers));
            } else if (segment.is("GE")) {
                segments.advance();
                stated = checkGroupTrailer(segment, gs, transactions.size());
                return group(gs, stated, transactions);
            } else if (segment.is("IEA") || segment.is("GS") || segment.is("ISA")) {
                break;
            } else {
                segments.advance();
                findings.report(ComplaintCode.INTERCHANGE_STRUCTURE, segment, "a segment between transactions");
            }
        }
        findings.missing(ComplaintCode.GS_GE_CONTROL, "GE", gs, "", "the group has no GE");
        return group(gs, stated, transactions);
    }

    private ReceivedFile.Group group(Segment gs, int stated, List<ReceivedFile.Transaction> transactions) {
        return new ReceivedFile.Group(
                gs.element(1),
                gs.element(2),
                gs.element(3),
                gs.element(6),
                gs.element(8),
                stated,
                List.copyOf(transactions),
                findings.endGroup());
    }

    private void checkGroupHeader(Segment gs, Set<String> controlNumbers) {
        var number = gs.element(6);
        var valid = gs.equals(1, "HC")
                && gs.has(2)
                && gs.has(3)
                && DateForm.isDate(gs.element(4))
                && DateForm.isTime(gs.element(5))
                && gs.equals(7, "X");
        if (!valid || number.length() > 9 || !DateForm.isNumber(number) || number.startsWith("0")) {
            findings.report(ComplaintCode.GS_FIELD, gs, "GS has an invalid field, or GS06 leading zeros");
        }
        if (!Guide.isServed(gs.element(8))) {
            findings.report(ComplaintCode.GS_GUIDE, gs, "", 8, "GS08 is no guide this payer reads");
        }
        if (!controlNumbers.add(number)) {
            findings.report(ComplaintCode.DUPLICATE_GROUP, gs, "", 6, "GS06 comes twice in the interchange");
        }
    }

    private int checkGroupTrailer(Segment ge, Segment gs, int transactions) {
        if (!ge.equals(2, gs.element(6))) {
            findings.report(ComplaintCode.GS_GE_CONTROL, ge, "", 2, "GE02 is not GS06");
        }
        if (!ge.equals(1, Integer.toString(transactions))) {
            findings.report(ComplaintCode.GE_TRANSACTION_COUNT, ge, "", 1, "GE01 is not " + transactions);
        }
        var text = ge.element(1);
        return text.length() < 7 && DateForm.isNumber(text) ? Integer.parseInt(text) : transactions;
    }

    private ReceivedFile.Transaction readTransaction(Segment st, Segment gs, Submitter submitter, Set<String> numbers) {
        var reading = new TransactionReading(st, gs, submitter, findings, claims);
        if (!numbers.add(st.element(2))) {
            findings.report(ComplaintCode.DUPLICATE_TRANSACTION, st, "", 2, "ST02 comes twice in the group");
        }
        for (var segment = segments.peek(); segment != null; segment = segments.peek()) {
            if (segment.is("ST") || segment.is("GE") || segment.is("IEA") || segment.is("GS") || segment.is("ISA")) {
                break;
            }
            segments.advance();
            if (segment.is("SE")) {
                return finish(reading.end(segment));
            }
            reading.accept(segment);
        }
        return finish(reading.endWithoutTrailer());
    }

    private ReceivedFile.Transaction finish(ReceivedFile.Transaction transaction) {
        claims += transaction.claims().size();
        return transaction;
    }
}
