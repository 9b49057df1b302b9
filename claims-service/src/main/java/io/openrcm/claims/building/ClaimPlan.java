package io.openrcm.claims.building;

import io.openrcm.claims.claim.ClaimOrigin;
import io.openrcm.claims.coordination.Facility;
import io.openrcm.events.EncounterId;
import io.openrcm.events.Money;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.events.claims.Frequency;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.coding.CodedEncounter;
import io.openrcm.events.coding.CodedEncounter.Visit;
import io.openrcm.events.encounter.Charge;
import io.openrcm.events.encounter.Charge.Component;
import io.openrcm.events.encounter.Coverage;
import io.openrcm.events.encounter.Provider;
import io.openrcm.events.encounter.Provider.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which claims an encounter makes, as a pure function of the encounter and its facility. */
public sealed interface ClaimPlan {

    /** An encounter's claims go to its first payer. */
    int PRIMARY = 1;

    /** At most one institutional and one professional claim, each version 1. */
    record Bill(List<ClaimContent> claims) implements ClaimPlan {}

    /** No insurance: no payer is asked, the patient owes it all. */
    record SelfPay(Money billed) implements ClaimPlan {}

    record NothingCharged() implements ClaimPlan {}

    static ClaimPlan of(EncounterId encounterId, CodedEncounter encounter, Facility facility) {
        if (encounter.charges().isEmpty()) {
            return new NothingCharged();
        }
        if (encounter.coverages().isEmpty()) {
            return new SelfPay(Money.sum(encounter.charges(), Charge::amount));
        }
        var claims = new ArrayList<ClaimContent>(2);
        var facilityCharges = chargesOf(encounter, Component.FACILITY);
        if (!facilityCharges.isEmpty()) {
            claims.add(institutional(encounterId, encounter, facility, facilityCharges));
        }
        var professionalCharges = chargesOf(encounter, Component.PROFESSIONAL);
        if (!professionalCharges.isEmpty()) {
            claims.add(professional(encounterId, encounter, facility, professionalCharges));
        }
        return new Bill(List.copyOf(claims));
    }

    private static ClaimContent institutional(
            EncounterId encounterId, CodedEncounter encounter, Facility facility, List<Charge> charges) {
        boolean isInpatient = encounter.visit() == Visit.INPATIENT;
        return new ClaimContent(
                ClaimType.INSTITUTIONAL,
                ClaimNumbers.of(ClaimOrigin.claimId(encounterId, ClaimType.INSTITUTIONAL, PRIMARY)),
                1,
                Frequency.ORIGINAL,
                null,
                typeOfBill(encounter.visit(), Frequency.ORIGINAL),
                null,
                facility.billingProvider(),
                encounter.patient(),
                byRank(encounter),
                PRIMARY,
                encounter.serviceFrom(),
                encounter.serviceThrough(),
                encounter.stay(),
                providers(encounter, Role.ATTENDING, Role.OPERATING, Role.OTHER_OPERATING, Role.REFERRING),
                ClaimDiagnoses.institutional(encounter.diagnoses(), isInpatient),
                isInpatient ? encounter.procedures() : List.of(),
                lines(charges, null),
                encounter.part2());
    }

    private static ClaimContent professional(
            EncounterId encounterId, CodedEncounter encounter, Facility facility, List<Charge> charges) {
        var diagnoses = ClaimDiagnoses.professional(encounter.diagnoses(), charges);
        return new ClaimContent(
                ClaimType.PROFESSIONAL,
                ClaimNumbers.of(ClaimOrigin.claimId(encounterId, ClaimType.PROFESSIONAL, PRIMARY)),
                1,
                Frequency.ORIGINAL,
                null,
                null,
                placeOfService(encounter.visit()),
                facility.billingProvider(),
                encounter.patient(),
                byRank(encounter),
                PRIMARY,
                earliest(charges),
                latest(charges),
                encounter.visit() == Visit.INPATIENT ? encounter.stay() : null,
                providers(encounter, Role.RENDERING, Role.REFERRING),
                diagnoses.list(),
                List.of(),
                lines(charges, diagnoses),
                encounter.part2());
    }

    /**
     * Facility type and care type, then the frequency: hospital inpatient 11x, hospital outpatient 13x, which is also where
     * a hospital's emergency room and clinics bill.
     */
    static String typeOfBill(Visit visit, Frequency frequency) {
        var facilityAndCare = switch (visit) {
            case INPATIENT -> "11";
            case OUTPATIENT, EMERGENCY, CLINIC -> "13";
        };
        return facilityAndCare + frequency.digit();
    }

    /** CMS place of service codes: inpatient hospital, on-campus outpatient hospital, emergency room, office. */
    static String placeOfService(Visit visit) {
        return switch (visit) {
            case INPATIENT -> "21";
            case OUTPATIENT -> "22";
            case EMERGENCY -> "23";
            case CLINIC -> "11";
        };
    }

    private static List<ServiceLine> lines(List<Charge> charges, ClaimDiagnoses.@Nullable Pointed diagnoses) {
        var lines = new ArrayList<ServiceLine>(charges.size());
        for (Charge charge : charges) {
            lines.add(new ServiceLine(
                    LineNumbers.of(charge.id()),
                    charge.servicedOn(),
                    diagnoses == null ? charge.revenueCode() : null,
                    charge.procedureCode(),
                    charge.modifiers(),
                    charge.units(),
                    charge.unit(),
                    charge.amount(),
                    diagnoses == null ? List.of() : diagnoses.pointers(charge.diagnosisPointers()),
                    charge.description()));
        }
        return lines;
    }

    private static List<Charge> chargesOf(CodedEncounter encounter, Component component) {
        return encounter.charges().stream()
                .filter(charge -> charge.component() == component)
                .toList();
    }

    private static List<Provider> providers(CodedEncounter encounter, Role... roles) {
        var wanted = Set.of(roles);
        return encounter.providers().stream()
                .filter(provider -> wanted.contains(provider.role()))
                .toList();
    }

    /** From first to last, with ranks 1, 2, 3: what a claim counts is places, whatever numbers the hospital has for them. */
    private static List<Coverage> byRank(CodedEncounter encounter) {
        var ranks = encounter.coverages().stream()
                .map(Coverage::rank)
                .distinct()
                .sorted()
                .toList();
        return encounter.coverages().stream()
                .sorted(Comparator.comparingInt(Coverage::rank))
                .map(coverage -> ranked(coverage, ranks.indexOf(coverage.rank()) + 1))
                .toList();
    }

    private static Coverage ranked(Coverage coverage, int rank) {
        return new Coverage(
                rank,
                coverage.payer(),
                coverage.payerName(),
                coverage.plan(),
                coverage.memberId(),
                coverage.groupNumber(),
                coverage.relationship(),
                coverage.subscriber(),
                coverage.priorAuthorization());
    }

    private static LocalDate earliest(List<Charge> charges) {
        return charges.stream()
                .map(Charge::servicedOn)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static LocalDate latest(List<Charge> charges) {
        return charges.stream()
                .map(Charge::servicedOn)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
