package io.openrcm.security.audit.verification;

import io.openrcm.security.audit.chain.CanonicalRow;
import io.openrcm.security.audit.chain.Chain;
import io.openrcm.security.audit.verification.Finding.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Goes along the chain, place by place. Where a row and its seals disagree, what follows tells which of them was changed: the chain goes on
 * from the seal if the row was, and from the hash that the row should have if the seal was.
 */
final class ChainCheck {

    /** So many places in a row may disagree before all of their rows are taken for changed. */
    private static final int LONGEST_DISPUTE = 1_000;

    private static final int COMPARED_AT_MOST = 200;

    /**
     * A row that disagrees with its seal.
     *
     * @param previous the hash before it, as sealed
     * @param expected the hash it would have if no row since the first disputed one was changed
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Disputed(SealedRow at, CanonicalRow row, byte[] previous, byte[] expected) {}

    private final Findings findings;
    private final Chain chain = new Chain();
    private final List<Disputed> dispute = new ArrayList<>();
    private final List<Disputed> changed = new ArrayList<>();
    private long place;
    private byte[] hash = Chain.beginning();
    private long vouchedFor;
    private long rows;

    ChainCheck(Findings findings) {
        this.findings = findings;
    }

    /** The last place there is. */
    long place() {
        return place;
    }

    /** What stands there, or should. */
    byte[] hash() {
        return hash;
    }

    long rows() {
        return rows;
    }

    /** The next seal in order of places. */
    void accept(SealedRow next) {
        rows++;
        if (next.place() <= place) {
            // Below the first place.
            findings.add(Finding.of(Kind.SEAL_CHANGED, next));
        } else if (next.place() > place + 1) {
            judge(Kind.ROW_CHANGED);
            findings.add(new Finding(Kind.SEAL_MISSING, place + 1, next.place(), null));
            if (next.row() == null) {
                findings.add(Finding.of(Kind.ROW_MISSING, next));
            }
            goOn(next);
        } else if (next.row() == null) {
            judge(Kind.ROW_CHANGED);
            findings.add(Finding.of(Kind.ROW_MISSING, next));
            goOn(next);
        } else {
            compare(next, next.row());
        }
    }

    private void compare(SealedRow next, CanonicalRow row) {
        var sealed = chain.next(hash, row);
        if (Arrays.equals(sealed, next.hash())) {
            judge(Kind.ROW_CHANGED);
            goOn(next);
            return;
        }
        var expected = dispute.isEmpty() ? sealed : chain.next(dispute.getLast().expected(), row);
        if (!dispute.isEmpty() && Arrays.equals(expected, next.hash())) {
            judge(Kind.SEAL_CHANGED);
        } else {
            if (dispute.size() == LONGEST_DISPUTE) {
                judge(Kind.ROW_CHANGED);
                expected = sealed;
            }
            dispute.add(new Disputed(next, row, hash, expected));
        }
        goOn(next);
    }

    private void goOn(SealedRow from) {
        place = from.place();
        hash = from.hash();
    }

    /** Ends the dispute. */
    private void judge(Kind kind) {
        for (var disputed : dispute) {
            if (kind == Kind.ROW_CHANGED) {
                findings.add(Finding.of(kind, disputed.at()));
                changed.add(disputed);
            } else if (!Arrays.equals(disputed.at().hash(), disputed.expected())) {
                findings.add(Finding.of(kind, disputed.at()));
            }
        }
        dispute.clear();
    }

    /** A signed checkpoint says what stands at the last place. */
    void vouch(byte[] signed) {
        if (!dispute.isEmpty() && Arrays.equals(signed, dispute.getLast().expected())) {
            hash = signed;
            judge(Kind.SEAL_CHANGED);
        } else if (!dispute.isEmpty() && Arrays.equals(signed, hash)) {
            judge(Kind.ROW_CHANGED);
        } else if (!Arrays.equals(signed, hash)) {
            findings.add(Finding.at(Kind.HISTORY_REWRITTEN, vouchedFor + 1, place));
        }
        vouchedFor = place;
    }

    void end() {
        judge(Kind.ROW_CHANGED);
        var compared = changed.subList(0, Math.min(changed.size(), COMPARED_AT_MOST));
        for (int i = 0; i < compared.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (isSwapped(compared.get(i), compared.get(j))) {
                    swapped(compared.get(i));
                    swapped(compared.get(j));
                }
            }
        }
    }

    private void swapped(Disputed one) {
        findings.replace(Finding.of(Kind.ROW_CHANGED, one.at()), Finding.of(Kind.PLACES_SWAPPED, one.at()));
    }

    /** Either the seals have each other's row, or the rows each other's content. */
    private boolean isSwapped(Disputed one, Disputed other) {
        return hold(one, other.row(), other, one.row())
                || hold(
                        one,
                        other.row().as(one.row().id()),
                        other,
                        one.row().as(other.row().id()));
    }

    private boolean hold(Disputed one, CanonicalRow rowOfOne, Disputed other, CanonicalRow rowOfOther) {
        return isOf(one, rowOfOne) && isOf(other, rowOfOther);
    }

    private boolean isOf(Disputed at, CanonicalRow row) {
        return Arrays.equals(at.at().hash(), chain.next(at.previous(), row));
    }
}
