package io.openrcm.simulator.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Work still owed, by due time and by claim. */
final class OpenWorkList {

    private record Key(ClaimReference reference, JournalRecord.Step step) {}

    private final TreeSet<OpenWork> byDue = new TreeSet<>();
    private final Map<Key, OpenWork> byClaim = new HashMap<>();

    void add(OpenWork work) {
        byDue.add(work);
        byClaim.put(new Key(work.reference(), work.step()), work);
    }

    Optional<OpenWork> remove(ClaimReference reference, JournalRecord.Step step) {
        var work = Optional.ofNullable(byClaim.remove(new Key(reference, step)));
        work.ifPresent(byDue::remove);
        return work;
    }

    List<OpenWork> due(Instant now, int limit) {
        return byDue.stream()
                .takeWhile(work -> !work.due().isAfter(now))
                .limit(limit)
                .toList();
    }

    int size() {
        return byDue.size();
    }
}
