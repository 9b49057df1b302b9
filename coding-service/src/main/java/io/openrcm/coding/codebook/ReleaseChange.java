package io.openrcm.coding.codebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a release changes in the codebook.
 *
 * @param ended periods with their last day set
 * @param withdrawn periods that would end before they began
 * @param begun periods to store, over one of the same code and first day
 */
public record ReleaseChange(List<KnownCode> ended, List<KnownCode> withdrawn, List<ListedCode> begun) {

    /**
     * Compares a release with the periods that have no end yet. Loading the same release again changes nothing.
     *
     * @param validFrom the release's first day
     * @param isComplete a code that is not listed ends the day before
     */
    public static ReleaseChange of(
            List<KnownCode> open, List<ListedCode> listed, LocalDate validFrom, boolean isComplete) {
        ReleaseChange change = new ReleaseChange(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<String, KnownCode> openByCode = new HashMap<>();
        open.forEach(known -> openByCode.put(known.code(), known));
        Set<String> seen = new HashSet<>();
        for (ListedCode code : listed) {
            if (seen.add(code.code())) {
                change.take(code, openByCode.remove(code.code()), validFrom);
            }
        }
        if (isComplete) {
            openByCode.values().forEach(gone -> change.end(gone, validFrom));
        }
        return change;
    }

    private void take(ListedCode code, @org.jspecify.annotations.Nullable KnownCode known, LocalDate releaseFrom) {
        LocalDate from = code.validFrom() == null ? releaseFrom : code.validFrom();
        if (known != null) {
            boolean isUnchanged = known.isBillable() == code.isBillable()
                    && code.validTo() == null
                    && !from.isBefore(known.validFrom());
            if (isUnchanged) {
                return;
            }
            if (!known.validFrom().equals(from)) {
                end(known, from);
            }
        }
        begun.add(new ListedCode(code.code(), code.isBillable(), from, code.validTo(), code.title()));
    }

    private void end(KnownCode known, LocalDate nextFrom) {
        if (known.validFrom().isBefore(nextFrom)) {
            ended.add(new KnownCode(known.code(), known.isBillable(), known.validFrom(), nextFrom.minusDays(1)));
        } else {
            withdrawn.add(known);
        }
    }
}
