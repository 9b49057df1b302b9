package io.openrcm.coding.codebook;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All codes with their periods of validity, in memory and unchangeable: asking it costs no query. */
public final class CodeTable {

    public static final CodeTable EMPTY = new CodeTable(Map.of(), Map.of());

    private final Map<CodeSystem, Map<String, List<KnownCode>>> codes;
    private final Map<CodeSystem, LocalDate> completeFrom;

    private CodeTable(Map<CodeSystem, Map<String, List<KnownCode>>> codes, Map<CodeSystem, LocalDate> completeFrom) {
        this.codes = codes;
        this.completeFrom = completeFrom;
    }

    /**
     * The table of these periods.
     *
     * @param completeFrom the first day that a complete release covers, for each system that has one
     */
    public static CodeTable of(Map<CodeSystem, List<KnownCode>> periods, Map<CodeSystem, LocalDate> completeFrom) {
        Map<CodeSystem, Map<String, List<KnownCode>>> codes = new EnumMap<>(CodeSystem.class);
        periods.forEach((system, known) -> {
            Map<String, List<KnownCode>> byCode = HashMap.newHashMap(known.size());
            for (KnownCode period : known) {
                var _ = byCode.merge(period.code(), List.of(period), CodeTable::joined);
            }
            codes.put(system, byCode);
        });
        return new CodeTable(codes, Map.copyOf(completeFrom));
    }

    private static List<KnownCode> joined(List<KnownCode> some, List<KnownCode> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    /**
     * Whether the code may be billed on that day. Inpatient diagnoses and procedures are judged by the day of discharge,
     * everything else by the day of service: the caller chooses the day.
     */
    public CodeStanding standing(CodeSystem system, String code, LocalDate on) {
        List<KnownCode> periods = codes.getOrDefault(system, Map.of()).getOrDefault(code, List.of());
        for (KnownCode period : periods) {
            if (period.isValidOn(on)) {
                return period.isBillable() ? CodeStanding.VALID : CodeStanding.NOT_BILLABLE;
            }
        }
        LocalDate complete = completeFrom.get(system);
        if (periods.isEmpty()) {
            return isCovered(complete, on) ? CodeStanding.UNKNOWN : CodeStanding.NOT_CHECKED;
        }
        boolean hasEnded = periods.stream().anyMatch(period -> period.hasEndedBy(on));
        // Before the first complete release, a code's first day may only be the day of that release.
        boolean isBeforeRecords = complete != null && on.isBefore(complete) && !hasEnded;
        return isBeforeRecords ? CodeStanding.NOT_CHECKED : CodeStanding.NOT_VALID_ON_DATE;
    }

    private static boolean isCovered(@Nullable LocalDate complete, LocalDate on) {
        return complete != null && !on.isBefore(complete);
    }
}
