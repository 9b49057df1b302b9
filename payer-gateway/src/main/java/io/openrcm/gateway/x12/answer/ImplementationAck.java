package io.openrcm.gateway.x12.answer;

import io.openrcm.gateway.x12.syntax.Position;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 999: what became of one of our functional groups.
 *
 * @param group AK102, our GS06
 * @param guide AK103, empty where not echoed
 * @param included AK902; {@code received} AK903; {@code accepted} AK904
 * @param codes AK905 to AK909, group error codes
 * @param sets the transaction sets it speaks of; partners may leave out accepted ones
 */
public record ImplementationAck(
        SetHeader header,
        String group,
        String guide,
        Verdict verdict,
        int included,
        int received,
        int accepted,
        List<String> codes,
        List<SetAck> sets)
        implements PayerAnswer {

    public ImplementationAck {
        codes = List.copyOf(codes);
        sets = List.copyOf(sets);
    }

    @Override
    public Position at() {
        return header.at();
    }

    /** The verdict on our set {@code controlNumber}: its own, or else the group's; a set passed over in silence went through. */
    public Verdict verdictOn(String controlNumber) {
        if (verdict == Verdict.REJECTED) {
            return Verdict.REJECTED;
        }
        Verdict unlisted = verdict == Verdict.PARTLY_ACCEPTED ? Verdict.ACCEPTED : verdict;
        return set(controlNumber).map(SetAck::verdict).orElse(unlisted);
    }

    public Optional<SetAck> set(String controlNumber) {
        return sets.stream()
                .filter(set -> set.controlNumber().equals(controlNumber))
                .findFirst();
    }

    /** Whether the totals agree with the sets listed; the verdicts hold even if not. */
    public boolean countsAgree() {
        long rejected = sets.stream().filter(set -> set.verdict().isRejected()).count();
        boolean groupRefusedAsSuch = verdict == Verdict.REJECTED && rejected < received;
        boolean ordered = accepted <= received && received <= included && sets.size() <= received;
        return ordered && (groupRefusedAsSuch ? accepted == 0 : accepted == received - rejected);
    }

    /**
     * What became of one transaction set. A rejection concerns every claim in it, also those without an error.
     *
     * @param controlNumber AK202, our ST02
     * @param codes IK502 to IK506
     */
    public record SetAck(String controlNumber, Verdict verdict, List<String> codes, List<SegmentError> errors) {
        public SetAck {
            codes = List.copyOf(codes);
            errors = List.copyOf(errors);
        }
    }

    /**
     * One wrong segment.
     *
     * @param segment name of the segment
     * @param ordinal IK302: its place in the set, the header being 1; 0 where not told
     * @param code IK304
     * @param claimNumber CTX CLM01, where told; else the claim is found by the ordinal
     */
    public record SegmentError(
            String segment,
            int ordinal,
            @Nullable String loop,
            String code,
            @Nullable String claimNumber,
            List<ElementError> elements) {
        public SegmentError {
            elements = List.copyOf(elements);
        }
    }

    /** One wrong element; {@code component} is 0 for a simple element. The bad value itself is not kept: it may name the patient. */
    public record ElementError(int element, int component, String code) {}
}
