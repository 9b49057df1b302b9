package io.openrcm.events.encounter;

import io.openrcm.events.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The price of one service given in an encounter.
 *
 * @param id the hospital's own charge id, unique in the encounter; it comes back with every payment
 * @param component the hospital's part goes on the institutional claim, the physician's on the professional one
 * @param revenueCode four digits; required for the facility component
 * @param procedureCode HCPCS level I or II; required for the professional component
 * @param modifiers at most four
 * @param diagnosisPointers 1-based positions in the encounter's list of diagnoses, at most four; professional only
 * @param description what an unlisted code stands for
 */
public record Charge(
        String id,
        Component component,
        LocalDate servicedOn,
        @Nullable String revenueCode,
        @Nullable String procedureCode,
        List<String> modifiers,
        BigDecimal units,
        Unit unit,
        Money amount,
        List<Integer> diagnosisPointers,
        @Nullable String description) {

    public enum Component {
        FACILITY,
        PROFESSIONAL
    }

    public enum Unit {
        UNITS,
        DAYS,
        MINUTES
    }

    public Charge {
        modifiers = List.copyOf(modifiers);
        diagnosisPointers = List.copyOf(diagnosisPointers);
    }
}
