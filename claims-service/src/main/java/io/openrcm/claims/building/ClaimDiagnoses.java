package io.openrcm.claims.building;

import io.openrcm.events.encounter.Charge;
import io.openrcm.events.encounter.Diagnosis;
import io.openrcm.events.encounter.Diagnosis.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The diagnoses of a claim out of those of its encounter: without duplicates, in the roles and numbers the claim can carry. */
final class ClaimDiagnoses {

    private static final int MAX_INSTITUTIONAL = 25;
    private static final int MAX_REASONS_FOR_VISIT = 3;
    private static final int MAX_EXTERNAL_CAUSES = 12;
    private static final int MAX_PROFESSIONAL = 12;
    private static final int MAX_POINTERS = 4;

    private ClaimDiagnoses() {}

    /** The UB-04's fields 66 to 72: one principal with up to 24 others, and apart from them the other roles. */
    static List<Diagnosis> institutional(List<Diagnosis> encounter, boolean isInpatient) {
        var kept = new ArrayList<Diagnosis>();
        kept.addAll(limited(encounter, MAX_INSTITUTIONAL, Set.of(Role.PRINCIPAL, Role.OTHER)));
        if (isInpatient) {
            kept.addAll(limited(encounter, 1, Set.of(Role.ADMITTING)));
        } else {
            kept.addAll(limited(encounter, MAX_REASONS_FOR_VISIT, Set.of(Role.REASON_FOR_VISIT)));
        }
        kept.addAll(limited(encounter, MAX_EXTERNAL_CAUSES, Set.of(Role.EXTERNAL_CAUSE)));
        return isInpatient
                ? List.copyOf(kept)
                : kept.stream()
                        .map(d -> new Diagnosis(d.code(), d.role(), null))
                        .toList();
    }

    private static List<Diagnosis> limited(List<Diagnosis> encounter, int limit, Set<Role> roles) {
        var codes = new HashSet<String>();
        return encounter.stream()
                .filter(diagnosis -> roles.contains(diagnosis.role()))
                .sorted(Comparator.comparing(Diagnosis::role))
                .filter(diagnosis -> codes.add(diagnosis.code()))
                .limit(limit)
                .toList();
    }

    /** A professional claim's diagnoses, and where each of the encounter's diagnoses has gone. */
    record Pointed(List<Diagnosis> list, List<Integer> placeOf) {

        /** Pointers into the encounter's list become pointers into the claim's; those that lead nowhere fall away. */
        List<Integer> pointers(List<Integer> encounterPointers) {
            return encounterPointers.stream()
                    .filter(pointer -> pointer >= 1 && pointer <= placeOf.size())
                    .map(pointer -> placeOf.get(pointer - 1))
                    .filter(place -> place > 0)
                    .distinct()
                    .limit(MAX_POINTERS)
                    .toList();
        }
    }

    /**
     * At most twelve: the principal diagnosis first, then what charges point to, then the rest, each in the coder's order.
     * Professional claims know no other roles than principal and other, so a reason for the visit is here if a charge needs it.
     */
    static Pointed professional(List<Diagnosis> encounter, List<Charge> charges) {
        var codes = new LinkedHashSet<String>();
        addCodes(codes, encounter, diagnosis -> diagnosis.role() == Role.PRINCIPAL);
        for (Charge charge : charges) {
            for (int pointer : charge.diagnosisPointers()) {
                if (pointer >= 1 && pointer <= encounter.size()) {
                    codes.add(encounter.get(pointer - 1).code());
                }
            }
        }
        addCodes(codes, encounter, diagnosis -> diagnosis.role() == Role.OTHER);
        boolean hasPrincipal = encounter.stream().anyMatch(diagnosis -> diagnosis.role() == Role.PRINCIPAL);
        var places = new LinkedHashMap<String, Integer>();
        var list = new ArrayList<Diagnosis>();
        for (String code : codes.stream().limit(MAX_PROFESSIONAL).toList()) {
            list.add(new Diagnosis(code, list.isEmpty() && hasPrincipal ? Role.PRINCIPAL : Role.OTHER, null));
            places.put(code, list.size());
        }
        var placeOf = encounter.stream()
                .map(diagnosis -> places.getOrDefault(diagnosis.code(), 0))
                .toList();
        return new Pointed(List.copyOf(list), placeOf);
    }

    private static void addCodes(Set<String> codes, List<Diagnosis> encounter, Predicate<Diagnosis> wanted) {
        encounter.stream().filter(wanted).map(Diagnosis::code).forEach(codes::add);
    }
}
