package io.openrcm.security.audit.chain;

import java.util.ArrayList;
import java.util.List;

/** Ids, one after the other, of which no row was committed when the sealer came by. */
record Gap(long from, long through) {

    /** What is missing between {@code after} and the last of these ids, which ascend. */
    static List<Gap> between(long after, List<Long> ids) {
        var gaps = new ArrayList<Gap>();
        long before = after;
        for (long id : ids) {
            if (id > before + 1) {
                gaps.add(new Gap(before + 1, id - 1));
            }
            before = id;
        }
        return gaps;
    }

    /** What is left of these gaps without these ids, which ascend. */
    static List<Gap> without(List<Gap> gaps, List<Long> ids) {
        var left = new ArrayList<Gap>();
        for (var gap : gaps) {
            var within = new ArrayList<Long>();
            ids.stream().filter(id -> gap.from <= id && id <= gap.through).forEach(within::add);
            within.add(gap.through + 1);
            left.addAll(between(gap.from - 1, within));
        }
        return left;
    }
}
