package io.openrcm.claims.posting.adjudication;

import io.openrcm.claims.ledger.Entry;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.payer.RemittedLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of our lines a payer speaks of: by our control number; else by code, modifiers, date and charge; else by code
 * and date; else by charge and date. Never by position, and never by a guess between two different lines.
 */
final class LineMatching {

    private static final List<BiPredicate<RemittedLine, ServiceLine>> LADDER = List.of(
            (theirs, ours) -> sameCode(theirs, ours)
                    && Set.copyOf(theirs.modifiers()).equals(Set.copyOf(ours.modifiers()))
                    && sameDate(theirs, ours)
                    && sameCharge(theirs, ours),
            (theirs, ours) -> sameCode(theirs, ours) && sameDate(theirs, ours),
            (theirs, ours) -> sameCharge(theirs, ours) && sameDate(theirs, ours));

    private final List<ServiceLine> free;
    private final Set<String> known = new HashSet<>();

    private LineMatching(List<ServiceLine> ours) {
        free = new ArrayList<>(ours);
        ours.forEach(line -> known.add(line.controlNumber()));
    }

    /** For each remitted line our control number, or {@link Entry#WHOLE_CLAIM} where it is none of our lines. */
    static List<String> controlNumbers(List<ServiceLine> ours, List<RemittedLine> theirs) {
        return new LineMatching(ours).match(theirs);
    }

    private List<String> match(List<RemittedLine> theirs) {
        var numbers = new ArrayList<@Nullable String>();
        for (RemittedLine line : theirs) {
            var echoed = line.controlNumber();
            var number = echoed != null && known.contains(echoed) ? echoed : null;
            numbers.add(number);
            if (number != null) {
                take(number);
            }
        }
        for (var rung : LADDER) {
            for (int i = 0; i < theirs.size(); i++) {
                if (numbers.get(i) == null) {
                    numbers.set(i, find(theirs.get(i), rung));
                }
            }
        }
        return numbers.stream()
                .map(number -> Objects.requireNonNullElse(number, Entry.WHOLE_CLAIM))
                .toList();
    }

    private @Nullable String find(RemittedLine theirs, BiPredicate<RemittedLine, ServiceLine> rung) {
        var candidates = free.stream().filter(ours -> rung.test(theirs, ours)).toList();
        if (candidates.isEmpty() || !allAlike(candidates)) {
            return null;
        }
        var number = candidates.getFirst().controlNumber();
        take(number);
        return number;
    }

    private void take(String controlNumber) {
        free.removeIf(line -> line.controlNumber().equals(controlNumber));
    }

    /** Between lines that are the same in all a payer can see, it does not matter which one is meant. */
    private static boolean allAlike(List<ServiceLine> lines) {
        var first = lines.getFirst();
        return lines.stream()
                .allMatch(line -> line.charge().equals(first.charge())
                        && Objects.equals(code(line), code(first))
                        && line.modifiers().equals(first.modifiers())
                        && line.servicedOn().equals(first.servicedOn()));
    }

    private static boolean sameCode(RemittedLine theirs, ServiceLine ours) {
        var billed = theirs.submittedCode() != null ? theirs.submittedCode() : theirs.procedureCode();
        return Objects.equals(billed != null ? billed : theirs.revenueCode(), code(ours));
    }

    /** A payer leaves the date out where it is the claim's own. */
    private static boolean sameDate(RemittedLine theirs, ServiceLine ours) {
        LocalDate date = theirs.servicedOn();
        return date == null || date.equals(ours.servicedOn());
    }

    private static boolean sameCharge(RemittedLine theirs, ServiceLine ours) {
        return theirs.billed().equals(ours.charge());
    }

    private static @Nullable String code(ServiceLine ours) {
        return ours.procedureCode() != null ? ours.procedureCode() : ours.revenueCode();
    }
}
