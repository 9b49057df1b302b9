package io.openrcm.simulator.guide;

import io.openrcm.simulator.x12.Segment;
import java.util.List;
import java.util.Set;

/**
 * One segment a loop may hold.
 *
 * @param qualifierElement the element whose code tells this use from others of the same segment; 0 when none does
 * @param codes the codes of that element, of its first component when it is a composite
 * @param position order within the loop; segments of one position may come in any order
 * @param index place in the loop's list, the key for counting
 */
record SegmentShape(
        String id,
        int qualifierElement,
        Set<String> codes,
        int position,
        boolean required,
        int most,
        List<Integer> requiredElements,
        int index) {

    boolean matches(Segment segment) {
        return qualifierElement == 0 || codes.contains(segment.component(qualifierElement, 1));
    }

    /** For a complaint: {@code REF}, or {@code REF*EI} where one code says which. */
    String name() {
        return codes.size() == 1 ? id + "*" + codes.iterator().next() : id;
    }
}
