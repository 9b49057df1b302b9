package io.openrcm.gateway.x12.claim;

import io.openrcm.events.claims.BillingProvider;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.encounter.Address;
import io.openrcm.events.encounter.Coverage;
import io.openrcm.events.encounter.Coverage.PlanType;
import io.openrcm.events.encounter.Patient;
import io.openrcm.events.encounter.PersonName;
import io.openrcm.events.encounter.Relationship;
import io.openrcm.events.encounter.Sex;
import io.openrcm.events.encounter.Subscriber;
import io.openrcm.gateway.x12.expressible.ExpressibleClaim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The claims of one transaction set in the order of its levels: billing provider, subscriber, patient. Whoever is the
 * same person with the same policy stands once.
 */
final class Hierarchy {

    private final Map<BillingProvider, Map<SubscriberKey, Map<PatientKey, List<ExpressibleClaim>>>> providers =
            new LinkedHashMap<>();

    Hierarchy(List<ExpressibleClaim> claims) {
        for (ExpressibleClaim claim : claims) {
            ClaimContent content = claim.content();
            Coverage coverage = content.destination();
            providers
                    .computeIfAbsent(content.billingProvider(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(SubscriberKey.of(coverage, content.patient()), _ -> new LinkedHashMap<>(2))
                    .computeIfAbsent(PatientKey.of(coverage, content.patient()), _ -> new ArrayList<>(1))
                    .add(claim);
        }
    }

    Map<BillingProvider, Map<SubscriberKey, Map<PatientKey, List<ExpressibleClaim>>>> providers() {
        return providers;
    }

    /** What loop 2000B and its children say. */
    record SubscriberKey(
            int rank,
            PlanType plan,
            String payerName,
            String memberId,
            @Nullable String groupNumber,
            boolean isPatient,
            PersonName name,
            LocalDate birthDate,
            Sex sex,
            Address address) {

        /** The member id alone tells nearly all apart; the rest is looked at only to be sure. */
        @Override
        public int hashCode() {
            return 31 * memberId.hashCode() + rank;
        }

        static SubscriberKey of(Coverage coverage, Patient patient) {
            Subscriber holder = coverage.subscriber() == null
                    ? new Subscriber(patient.name(), patient.birthDate(), patient.sex(), patient.address())
                    : coverage.subscriber();
            return new SubscriberKey(
                    coverage.rank(),
                    coverage.plan(),
                    coverage.payerName(),
                    coverage.memberId(),
                    coverage.groupNumber(),
                    coverage.relationship() == Relationship.SELF,
                    holder.name(),
                    holder.birthDate(),
                    holder.sex(),
                    holder.address());
        }
    }

    /** What loop 2000C and its child say. */
    record PatientKey(Relationship relationship, PersonName name, LocalDate birthDate, Sex sex, Address address) {

        @Override
        public int hashCode() {
            return birthDate.hashCode();
        }

        static PatientKey of(Coverage coverage, Patient patient) {
            return new PatientKey(
                    coverage.relationship(), patient.name(), patient.birthDate(), patient.sex(), patient.address());
        }
    }
}
