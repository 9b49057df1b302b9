package io.openrcm.gateway.x12.expressible;

import io.openrcm.events.claims.BillingProvider;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.events.encounter.Address;
import io.openrcm.events.encounter.Coverage;
import io.openrcm.events.encounter.Coverage.PlanType;
import io.openrcm.events.encounter.Patient;
import io.openrcm.events.encounter.PersonName;
import io.openrcm.events.encounter.Provider;
import io.openrcm.events.encounter.Relationship;
import io.openrcm.gateway.x12.expressible.Expressibility.Rule;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names, addresses, numbers of the people and organisations of a claim; lengths are those of the 837 guides. */
final class PartyGaps {

    private static final int HIGHEST_RANK = 11;
    private static final int MOST_OTHER_PAYERS = 10;

    private final Gaps gaps;

    PartyGaps(Gaps gaps) {
        this.gaps = gaps;
    }

    void check(ClaimContent claim) {
        billingProvider(claim.billingProvider());
        patient(claim.patient());
        coverages(claim);
        providers(claim);
    }

    private void billingProvider(BillingProvider provider) {
        gaps.text("/billingProvider/name", provider.name(), 60);
        gaps.digits("/billingProvider/taxId", provider.taxId(), 9);
        gaps.optionalCode("/billingProvider/taxonomy", provider.taxonomy(), 10, 10);
        address("/billingProvider/address", provider.address(), true);
        String phone = provider.phone();
        gaps.addIf(
                phone != null && phone.replaceAll("[^0-9]", "").length() != 10, "/billingProvider/phone", Rule.FORMAT);
    }

    private void patient(Patient patient) {
        name("/patient/name", patient.name());
        gaps.date("/patient/birthDate", patient.birthDate());
        address("/patient/address", patient.address(), false);
        gaps.optionalIdentifier("/patient/medicalRecordNumber", patient.medicalRecordNumber(), 50);
    }

    private void name(String field, PersonName name) {
        gaps.text(field + "/family", name.family(), 60);
        gaps.optionalText(field + "/given", name.given(), 35);
        gaps.optionalText(field + "/middle", name.middle(), 25);
    }

    private void address(String field, Address address, boolean wholeZip) {
        gaps.text(field + "/street", address.street(), 55);
        gaps.optionalText(field + "/street2", address.street2(), 55);
        gaps.text(field + "/city", address.city(), 30);
        gaps.code(field + "/state", address.state(), 2, 2);
        boolean shortZip = !wholeZip && address.zip() != null && address.zip().length() == 5;
        gaps.digits(field + "/zip", address.zip(), shortZip ? 5 : 9);
    }

    private void coverages(ClaimContent claim) {
        List<Coverage> coverages = claim.coverages();
        Set<Integer> ranks = new HashSet<>();
        Set<Object> payers = new HashSet<>();
        for (int i = 0; i < coverages.size(); i++) {
            Coverage coverage = coverages.get(i);
            String field = "/coverages/" + i;
            gaps.addIf(coverage.rank() < 1 || coverage.rank() > HIGHEST_RANK, field + "/rank", Rule.FORMAT);
            gaps.addIf(!ranks.add(coverage.rank()), field + "/rank", Rule.REPEATED);
            boolean destination = coverage.rank() == claim.destinationRank();
            if (coverage.plan() == PlanType.SELF_PAY) {
                gaps.addIf(destination, field + "/plan", Rule.NOT_ALLOWED);
            } else {
                // Each payer's id is the key of its amounts (loop 2330B), so that it may stand once.
                gaps.addIf(!payers.add(coverage.payer()), field + "/payer", Rule.REPEATED);
                coverage(field, coverage);
            }
        }
        gaps.addIf(!ranks.contains(claim.destinationRank()), "/destinationRank", Rule.MISSING);
        gaps.addIf(coverages.size() > MOST_OTHER_PAYERS + 1, "/coverages", Rule.TOO_MANY);
    }

    private void coverage(String field, Coverage coverage) {
        gaps.text(field + "/payerName", coverage.payerName(), 60);
        gaps.identifier(field + "/memberId", coverage.memberId(), 80);
        gaps.addIf(coverage.memberId() != null && coverage.memberId().length() == 1, field + "/memberId", Rule.FORMAT);
        gaps.optionalIdentifier(field + "/groupNumber", coverage.groupNumber(), 50);
        gaps.optionalIdentifier(field + "/priorAuthorization", coverage.priorAuthorization(), 50);
        boolean self = coverage.relationship() == Relationship.SELF;
        if (coverage.subscriber() != null) {
            gaps.addIf(self, field + "/subscriber", Rule.NOT_ALLOWED);
            name(field + "/subscriber/name", coverage.subscriber().name());
        } else {
            gaps.addIf(!self, field + "/subscriber", Rule.MISSING);
        }
    }

    private void providers(ClaimContent claim) {
        Set<Provider.Role> roles = EnumSet.noneOf(Provider.Role.class);
        for (int i = 0; i < claim.providers().size(); i++) {
            Provider provider = claim.providers().get(i);
            String field = "/providers/" + i;
            gaps.addIf(!roles.add(provider.role()), field + "/role", Rule.REPEATED);
            name(field + "/name", provider.name());
            gaps.optionalCode(field + "/taxonomy", provider.taxonomy(), 10, 10);
        }
        boolean needsAttending = claim.type() == ClaimType.INSTITUTIONAL && !isTransport(claim);
        gaps.addIf(needsAttending && !roles.contains(Provider.Role.ATTENDING), "/providers", Rule.MISSING);
    }

    /** Only transport may do without an attending provider (837I guide, loop 2310A); its revenue codes are 054x. */
    private static boolean isTransport(ClaimContent claim) {
        return claim.lines().stream()
                .allMatch(
                        line -> line.revenueCode() != null && line.revenueCode().startsWith("054"));
    }
}
