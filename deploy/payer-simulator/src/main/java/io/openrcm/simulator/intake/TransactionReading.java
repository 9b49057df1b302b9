package io.openrcm.simulator.intake;

import io.openrcm.simulator.claim.ClaimReader;
import io.openrcm.simulator.claim.Submitter;
import io.openrcm.simulator.complaints.ComplaintCode;
import io.openrcm.simulator.complaints.Findings;
import io.openrcm.simulator.edits.ClaimRules;
import io.openrcm.simulator.edits.DateForm;
import io.openrcm.simulator.edits.DiagnosisRules;
import io.openrcm.simulator.edits.ElementRules;
import io.openrcm.simulator.edits.HierarchyRules;
import io.openrcm.simulator.edits.LineRules;
import io.openrcm.simulator.edits.OtherPayerRules;
import io.openrcm.simulator.edits.PartyRules;
import io.openrcm.simulator.guide.Guide;
import io.openrcm.simulator.guide.Loop;
import io.openrcm.simulator.guide.LoopWalker;
import io.openrcm.simulator.x12.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One 837 transaction while it is read: every rule is asked at the moment its loop is complete, and claims leave one by one. */
final class TransactionReading implements LoopWalker.Listener {

    /** The guides' advice: at most this many claims in one ST. */
    static final int MOST_CLAIMS = 5_000;

    private final Segment st;
    private final Guide guide;
    private final Submitter submitter;
    private final Findings findings;
    private final int claimsBefore;
    private final HierarchyRules hierarchy;
    private final LoopWalker walker;
    private final List<ReceivedFile.Received> claims = new ArrayList<>();
    private String reference = "";
    private String submitterName = "";
    private String submitterId = "";

    TransactionReading(Segment st, Segment gs, Submitter submitter, Findings findings, int claimsBefore) {
        this.st = st;
        this.guide = Guide.named(gs.element(8));
        this.submitter = submitter;
        this.findings = findings;
        this.claimsBefore = claimsBefore;
        this.hierarchy = new HierarchyRules(findings);
        findings.beginTransaction(st);
        checkHeader(gs);
        this.walker = new LoopWalker(guide, findings, this);
        walker.begin(st);
    }

    void accept(Segment segment) {
        walker.accept(segment);
    }

    ReceivedFile.Transaction end(Segment se) {
        walker.end(se);
        hierarchy.end();
        if (!se.equals(2, st.element(2))) {
            findings.report(ComplaintCode.ST_SE_CONTROL, se, "", 2, "SE02 is not ST02");
        }
        var count = se.ordinal() - st.ordinal() + 1;
        if (!se.equals(1, Integer.toString(count))) {
            findings.report(ComplaintCode.SE_SEGMENT_COUNT, se, "", 1, "SE01 is not " + count);
        }
        return transaction();
    }

    ReceivedFile.Transaction endWithoutTrailer() {
        walker.end(st);
        hierarchy.end();
        findings.missing(ComplaintCode.ST_SE_CONTROL, "SE", st, "", "the transaction has no SE");
        return transaction();
    }

    @Override
    public void opened(Loop loop) {
        if (loop.id().equals("2300")) {
            findings.beginClaim(loop.opener().element(1));
        }
    }

    @Override
    public void placed(Loop loop, Segment segment) {
        if (!segment.is("ST")) {
            ElementRules.check(segment, loop.id(), findings);
        }
        switch (segment.id()) {
            case "HL" -> hierarchy.follow(segment, loop.id());
            case "BHT" -> readBeginning(segment);
            case "SBR" -> {
                if (loop.id().equals("2000B")) {
                    PartyRules.subscriberSegment(segment, loop.id(), findings);
                }
            }
            case "PAT" -> {
                if (loop.id().equals("2000C")) {
                    PartyRules.patientSegment(segment, loop.id(), findings);
                }
            }
            default -> {}
        }
    }

    @Override
    public void closed(Loop loop, Segment next) {
        switch (loop.id()) {
            case "1000A" -> {
                submitterName = loop.opener().element(3);
                submitterId = loop.opener().element(9);
            }
            case "2010AA" -> PartyRules.billingProvider(loop, guide.isInstitutional(), findings);
            case "2010AB" -> PartyRules.payTo(loop, findings);
            case "2010BA" -> PartyRules.subscriberName(loop, findings);
            case "2010CA" -> PartyRules.patientName(loop, findings);
            case "2000B" -> PartyRules.subscriber(loop, findings);
            case "2300" -> closeClaim(loop);
            default -> {}
        }
    }

    private void closeClaim(Loop loop) {
        var institutional = guide.isInstitutional();
        ClaimRules.check(loop, institutional, findings);
        if (institutional) {
            DiagnosisRules.institutional(loop, findings);
        } else {
            DiagnosisRules.professional(loop, findings);
        }
        LineRules.check(loop, institutional, findings);
        OtherPayerRules.check(loop, institutional, findings);
        var rejection = findings.endClaim();
        var claim = ClaimReader.read(loop, institutional, submitter, st.ordinal());
        claims.add(new ReceivedFile.Received(claimsBefore + claims.size() + 1, claim, rejection));
        if (claims.size() == MOST_CLAIMS + 1) {
            findings.report(ComplaintCode.TOO_MANY_CLAIMS, loop.opener(), "more than " + MOST_CLAIMS + " claims");
        }
    }

    private void checkHeader(Segment gs) {
        var number = st.element(2);
        if (!st.equals(1, "837") || number.length() < 4 || number.length() > 9 || number.isBlank()) {
            findings.report(
                    ComplaintCode.ST_FIELD, st, "", 2, "ST is not an 837 with a number of four to nine characters");
        }
        if (!st.element(3).equals(gs.element(8))) {
            findings.report(ComplaintCode.ST_GUIDE, st, "", 3, "ST03 is not GS08");
        }
    }

    private void readBeginning(Segment bht) {
        reference = bht.element(3);
        require(bht.equals(1, "0019"), bht, 1);
        require(bht.equals(2, "00") || bht.equals(2, "18"), bht, 2);
        require(DateForm.isDate(bht.element(4)), bht, 4);
        require(DateForm.isTime(bht.element(5)), bht, 5);
        require(Set.of("CH", "RP", "31").contains(bht.element(6)), bht, 6);
    }

    private void require(boolean valid, Segment bht, int element) {
        if (!valid) {
            findings.report(ComplaintCode.BHT, bht, "ST", element, "BHT0" + element + " has no valid value");
        }
    }

    private ReceivedFile.Transaction transaction() {
        var rejected = findings.isTransactionRejected();
        return new ReceivedFile.Transaction(
                st.element(1),
                st.element(2),
                guide.id(),
                reference,
                submitterName,
                submitterId,
                List.copyOf(claims),
                findings.endTransaction(),
                rejected);
    }
}
