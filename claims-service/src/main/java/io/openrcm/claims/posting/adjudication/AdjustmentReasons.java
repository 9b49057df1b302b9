package io.openrcm.claims.posting.adjudication;

import io.openrcm.events.payer.Adjustment;
import io.openrcm.events.payer.AdjustmentGroup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an adjustment means for our money, by group and reason (CARC). The table {@code adjustment-reasons.csv} holds code
 * values and our own short labels; a code that is not in it is {@link Treatment#UNLISTED} and never loses money silently.
 */
public final class AdjustmentReasons {

    public enum Treatment {
        /** Given up by contract or law. */
        CONTRACTUAL,
        BUNDLED,
        CAPITATED,
        /** We may contest or correct it: stays open. */
        DENIAL,
        PRIOR_PAYER,
        /** The patient's share, whatever the reason. */
        PATIENT,
        UNLISTED
    }

    private record Reason(Treatment treatment, String label) {}

    private static final AdjustmentReasons STANDARD = read("adjustment-reasons.csv");

    private final Map<String, Reason> reasons;

    private AdjustmentReasons(Map<String, Reason> reasons) {
        this.reasons = Map.copyOf(reasons);
    }

    public static AdjustmentReasons standard() {
        return STANDARD;
    }

    public Treatment of(Adjustment adjustment) {
        if (adjustment.group() == AdjustmentGroup.PATIENT) {
            return Treatment.PATIENT;
        }
        var reason = reasons.get(adjustment.reason());
        return reason == null ? Treatment.UNLISTED : reason.treatment();
    }

    /** The adjustment that a denied line is known by: of those that deny or are unlisted, the one of the largest amount. */
    public Adjustment denialAmong(List<Adjustment> adjustments) {
        return adjustments.stream()
                .filter(one -> of(one) == Treatment.DENIAL || of(one) == Treatment.UNLISTED)
                .max(Comparator.comparing(Adjustment::amount))
                .orElseThrow(() -> new IllegalArgumentException("nothing among these adjustments denies"));
    }

    /** Our own words for a reason code; the code itself where the table has none. */
    public String label(String code) {
        var reason = reasons.get(code);
        return reason == null ? code : reason.label();
    }

    private static AdjustmentReasons read(String resource) {
        var stream = AdjustmentReasons.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException(resource + " is not on the class path");
        }
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return parse(lines.lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static AdjustmentReasons parse(List<String> lines) {
        var reasons = new HashMap<String, Reason>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] columns = line.split(",", 3);
            var reason = new Reason(Treatment.valueOf(columns[1]), columns[2]);
            if (reasons.put(columns[0], reason) != null) {
                throw new IllegalStateException("adjustment reason " + columns[0] + " stands twice in the table");
            }
        }
        return new AdjustmentReasons(reasons);
    }
}
