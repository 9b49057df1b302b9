package io.openrcm.followup.denial;

import io.openrcm.followup.workitem.NextStep;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The table of denial codes, {@code denial/denial-reasons.csv}: code, category, next step, label. */
public final class DenialReasons {

    private static final String TABLE = "/denial/denial-reasons.csv";

    private final Map<String, DenialReason> byCode;

    private DenialReasons(Map<String, DenialReason> byCode) {
        this.byCode = Map.copyOf(byCode);
    }

    /** The table that ships with the service. */
    public static DenialReasons shipped() {
        try (BufferedReader rows = new BufferedReader(
                new InputStreamReader(DenialReasons.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
            Map<String, DenialReason> byCode = new HashMap<>();
            rows.lines().filter(row -> !row.startsWith("#") && !row.isBlank()).forEach(row -> {
                DenialReason reason = read(row);
                if (byCode.put(reason.code(), reason) != null) {
                    throw new IllegalStateException("denial code twice in the table: " + reason.code());
                }
            });
            return new DenialReasons(byCode);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The reason of a code; a code that the table lacks is for a person to review. */
    public DenialReason of(String code) {
        return byCode.getOrDefault(
                code, new DenialReason(code, DenialReason.Category.OTHER, "Denied, reason " + code, NextStep.REVIEW));
    }

    public int size() {
        return byCode.size();
    }

    private static DenialReason read(String row) {
        String[] columns = row.split(",", 4);
        return new DenialReason(
                columns[0].strip(),
                DenialReason.Category.valueOf(columns[1].strip()),
                columns[3].strip(),
                NextStep.valueOf(columns[2].strip()));
    }
}
