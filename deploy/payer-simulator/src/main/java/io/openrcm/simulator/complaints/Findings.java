package io.openrcm.simulator.complaints;

import io.openrcm.simulator.x12.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects the complaints about one file while it is read. It knows where the reader is, so that each complaint carries its claim and
 * its place. Past {@value #KEPT} complaints a file's further ones are only counted; what they reject is rejected all the same.
 */
public final class Findings {

    public static final int KEPT = 1_000;

    private final String partner;
    private final String file;
    private final List<Complaint> kept = new ArrayList<>();
    private final List<Complaint> interchange = new ArrayList<>();
    private final List<Complaint> group = new ArrayList<>();
    private final List<Complaint> transaction = new ArrayList<>();
    private int total;
    private int transactionStart;
    private boolean transactionRejected;
    private String claim = "";
    private @Nullable ComplaintCode claimRejection;

    public Findings(String partner, String file) {
        this.partner = partner;
        this.file = file;
    }

    public void report(ComplaintCode code, Segment at, String text) {
        report(code, at, "", 0, text);
    }

    public void report(ComplaintCode code, Segment at, String loop, int element, String text) {
        report(code, at.id(), at.ordinal(), loop, element, text);
    }

    /** For what is not there: {@code at} is where its absence showed. */
    public void missing(ComplaintCode code, String segmentId, Segment at, String loop, String text) {
        report(code, segmentId, at.ordinal(), loop, 0, text);
    }

    public void aboutFile(ComplaintCode code, String text) {
        report(code, "", 0, "", 0, text);
    }

    /** About a whole claim, found out after it was read. */
    public void aboutClaim(ComplaintCode code, String claimNumber, String text) {
        claim = claimNumber;
        report(code, "CLM", 0, "2300", 0, text);
        var _ = endClaim();
    }

    public void beginTransaction(Segment st) {
        transactionStart = st.ordinal();
        transactionRejected = false;
        transaction.clear();
    }

    public boolean isTransactionRejected() {
        return transactionRejected;
    }

    public List<Complaint> endTransaction() {
        transactionStart = 0;
        return drain(transaction);
    }

    public void beginClaim(String claimNumber) {
        claim = claimNumber;
        claimRejection = null;
    }

    /** Why the claim just read is rejected, if it is. */
    public Optional<ComplaintCode> endClaim() {
        claim = "";
        var rejection = Optional.ofNullable(claimRejection);
        claimRejection = null;
        return rejection;
    }

    public List<Complaint> endGroup() {
        return drain(group);
    }

    public List<Complaint> endInterchange() {
        return drain(interchange);
    }

    public List<Complaint> kept() {
        return List.copyOf(kept);
    }

    /** All complaints, those not kept included. */
    public int total() {
        return total;
    }

    private void report(ComplaintCode code, String segmentId, int segment, String loop, int element, String text) {
        total++;
        var consequence = code.consequence() == Consequence.CLAIM_REJECTED && claim.isEmpty()
                ? Consequence.TRANSACTION_REJECTED
                : code.consequence();
        if (consequence == Consequence.CLAIM_REJECTED && claimRejection == null) {
            claimRejection = code;
        }
        transactionRejected |= consequence == Consequence.TRANSACTION_REJECTED;
        var place = transactionStart == 0 ? 0 : segment - transactionStart + 1;
        var complaint =
                new Complaint(code, consequence, partner, file, segment, place, segmentId, loop, element, claim, text);
        keep(kept, complaint);
        switch (consequence) {
            case INTERCHANGE_REJECTED -> keep(interchange, complaint);
            case GROUP_REJECTED -> keep(group, complaint);
            case TRANSACTION_REJECTED, ACCEPTED_WITH_ERRORS -> keep(transaction, complaint);
            case CLAIM_REJECTED, NOTED -> {}
        }
    }

    private static void keep(List<Complaint> list, Complaint complaint) {
        if (list.size() < KEPT) {
            list.add(complaint);
        }
    }

    private static List<Complaint> drain(List<Complaint> list) {
        var drained = List.copyOf(list);
        list.clear();
        return drained;
    }
}
