package io.openrcm.gateway.acknowledgment;

import io.openrcm.events.payer.RejectionReason;
import io.openrcm.events.payer.RejectionReason.Source;
import io.openrcm.gateway.submission.Submission;
import io.openrcm.gateway.x12.answer.ImplementationAck;
import io.openrcm.gateway.x12.answer.ImplementationAck.SegmentError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which claim of a refused transaction set is to blame for what. An error names its claim, or else the place of a segment,
 * and then the claim is the last one that begins not after it.
 */
final class SyntaxReasons {

    private final Map<String, List<RejectionReason>> byClaim = new HashMap<>();
    private final List<RejectionReason> forTheRest;

    private SyntaxReasons(List<RejectionReason> forTheRest) {
        this.forTheRest = forTheRest;
    }

    static SyntaxReasons of(ImplementationAck ack, String set, List<Submission> carried) {
        var setAck = ack.set(set);
        var codes = setAck.map(ImplementationAck.SetAck::codes)
                .filter(c -> !c.isEmpty())
                .orElse(ack.codes());
        var reasons = new SyntaxReasons(
                codes.isEmpty()
                        ? List.of(new RejectionReason(Source.SYNTAX, "R", null, "set " + set))
                        : codes.stream()
                                .map(code -> new RejectionReason(Source.SYNTAX, code, null, "set " + set))
                                .toList());
        var inOrder = carried.stream()
                .filter(submission -> submission.segmentOrdinal() != null)
                .sorted(Comparator.comparing(submission -> Objects.requireNonNull(submission.segmentOrdinal())))
                .toList();
        for (var error : setAck.map(ImplementationAck.SetAck::errors).orElse(List.of())) {
            var claim = error.claimNumber() == null ? claimAt(error.ordinal(), inOrder) : error.claimNumber();
            if (claim != null) {
                reasons.byClaim.computeIfAbsent(claim, _ -> new ArrayList<>()).addAll(reasonsOf(error));
            }
        }
        return reasons;
    }

    /** The claim's own errors; where it has none, why the set it was in was refused. */
    List<RejectionReason> forClaim(String claimNumber) {
        return byClaim.getOrDefault(claimNumber, forTheRest);
    }

    private static @Nullable String claimAt(int ordinal, List<Submission> inOrder) {
        String last = null;
        for (var submission : inOrder) {
            if (Objects.requireNonNull(submission.segmentOrdinal()) > ordinal) {
                break;
            }
            last = submission.claimNumber();
        }
        return last;
    }

    private static List<RejectionReason> reasonsOf(SegmentError error) {
        var place = "segment " + error.ordinal() + " " + error.segment()
                + (error.loop() == null ? "" : " loop " + error.loop());
        if (error.elements().isEmpty()) {
            return List.of(new RejectionReason(Source.SYNTAX, error.code(), null, place));
        }
        return error.elements().stream()
                .map(element -> new RejectionReason(
                        Source.SYNTAX,
                        error.code(),
                        element.code(),
                        place + " element " + element.element()
                                + (element.component() == 0 ? "" : "-" + element.component())))
                .toList();
    }
}
