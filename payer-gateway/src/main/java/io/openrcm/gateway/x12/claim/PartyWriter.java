package io.openrcm.gateway.x12.claim;

import io.openrcm.events.claims.BillingProvider;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.encounter.Address;
import io.openrcm.events.encounter.Coverage;
import io.openrcm.events.encounter.Coverage.PlanType;
import io.openrcm.events.encounter.PersonName;
import io.openrcm.events.encounter.Sex;
import io.openrcm.gateway.x12.syntax.SegmentWriter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** People and organisations: NM1 and what follows it. */
final class PartyWriter {

    private final SegmentWriter writer;

    PartyWriter(SegmentWriter writer) {
        this.writer = writer;
    }

    /** Loop 2000A after its HL, and 2010AA. */
    void billingProvider(BillingProvider provider) {
        specialty("BI", provider.taxonomy());
        writer.segment("NM1")
                .text("85")
                .text("2")
                .text(provider.name())
                .skip(4)
                .text("XX")
                .text(provider.npi().value())
                .end();
        address(provider.address());
        writer.segment("REF").text("EI").text(provider.taxId()).end();
        if (provider.phone() != null) {
            String digits = provider.phone().replaceAll("[^0-9]", "");
            writer.segment("PER")
                    .text("IC")
                    .text(provider.name())
                    .text("TE")
                    .text(digits)
                    .end();
        }
    }

    void person(String role, PersonName name, @Nullable String idQualifier, @Nullable String id) {
        writer.segment("NM1")
                .text(role)
                .text("1")
                .text(name.family())
                .text(name.given())
                .text(name.middle())
                .skip(2)
                .text(idQualifier)
                .text(id)
                .end();
    }

    void payer(Coverage coverage) {
        writer.segment("NM1")
                .text("PR")
                .text("2")
                .text(coverage.payerName())
                .skip(4)
                .text("PI")
                .text(coverage.payer().value())
                .end();
    }

    void address(Address address) {
        writer.segment("N3").text(address.street()).text(address.street2()).end();
        writer.segment("N4")
                .text(address.city())
                .text(address.state())
                .text(address.zip())
                .end();
    }

    void demographics(LocalDate birthDate, Sex sex) {
        writer.segment("DMG")
                .text("D8")
                .date(birthDate)
                .text(CodeValues.sex(sex))
                .end();
    }

    /** PRV; left out without a taxonomy code. */
    void specialty(String role, @Nullable String taxonomy) {
        if (taxonomy != null) {
            writer.segment("PRV").text(role).text("PXC").text(taxonomy).end();
        }
    }

    /** Loops 2320 and 2330: the patient's other payers, so that the destination knows whom to forward the claim to. */
    void otherPayers(ClaimContent claim) {
        for (Coverage coverage : claim.coverages()) {
            if (coverage.rank() != claim.destinationRank() && coverage.plan() != PlanType.SELF_PAY) {
                otherPayer(claim, coverage);
            }
        }
    }

    private void otherPayer(ClaimContent claim, Coverage coverage) {
        writer.segment("SBR")
                .text(CodeValues.rank(coverage.rank()))
                .text(CodeValues.relationship(coverage.relationship()))
                .text(coverage.groupNumber())
                .skip(5)
                .text(CodeValues.plan(coverage.plan()))
                .end();
        writer.segment("OI").skip(2).text("Y").skip(2).text("Y").end();
        person(
                "IL",
                coverage.subscriber() == null
                        ? claim.patient().name()
                        : coverage.subscriber().name(),
                "MI",
                coverage.memberId());
        payer(coverage);
    }
}
