package io.openrcm.gateway.x12.claim;

import io.openrcm.events.ClaimNumber;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.encounter.Coverage;
import io.openrcm.events.encounter.Diagnosis;
import io.openrcm.events.encounter.Patient;
import io.openrcm.events.encounter.Provider;
import io.openrcm.events.encounter.Stay;
import io.openrcm.events.protection.ConsentReference;
import io.openrcm.events.protection.Part2;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A claim like another one but for one thing. */
public final class WithContent {

    private WithContent() {}

    public static ClaimContent patient(ClaimContent c, Patient patient) {
        return copy(c, c.typeOfBill(), c.placeOfService(), patient, c.coverages(), c.stay(), c.providers(), c.lines());
    }

    public static ClaimContent coverages(ClaimContent c, List<Coverage> coverages) {
        return copy(c, c.typeOfBill(), c.placeOfService(), c.patient(), coverages, c.stay(), c.providers(), c.lines());
    }

    public static ClaimContent providers(ClaimContent c, List<Provider> providers) {
        return copy(c, c.typeOfBill(), c.placeOfService(), c.patient(), c.coverages(), c.stay(), providers, c.lines());
    }

    public static ClaimContent lines(ClaimContent c, List<ServiceLine> lines) {
        return copy(c, c.typeOfBill(), c.placeOfService(), c.patient(), c.coverages(), c.stay(), c.providers(), lines);
    }

    public static ClaimContent stay(ClaimContent c, String typeOfBill, String placeOfService, Stay stay) {
        return copy(c, typeOfBill, placeOfService, c.patient(), c.coverages(), stay, c.providers(), c.lines());
    }

    public static ClaimContent diagnoses(ClaimContent c, List<Diagnosis> diagnoses) {
        return copy(c, c.number(), c.destinationRank(), diagnoses, c.part2());
    }

    public static ClaimContent destinationRank(ClaimContent c, int rank) {
        return copy(c, c.number(), rank, c.diagnoses(), c.part2());
    }

    public static ClaimContent underPart2(ClaimContent c, String consent) {
        return copy(c, c.number(), c.destinationRank(), c.diagnoses(), new Part2(new ConsentReference(consent)));
    }

    public static ClaimContent number(ClaimContent c, String number) {
        return copy(c, new ClaimNumber(number), c.destinationRank(), c.diagnoses(), c.part2());
    }

    private static ClaimContent copy(
            ClaimContent c, ClaimNumber number, int rank, List<Diagnosis> diagnoses, @Nullable Part2 part2) {
        return new ClaimContent(
                c.type(),
                number,
                c.version(),
                c.frequency(),
                c.payerClaimNumber(),
                c.typeOfBill(),
                c.placeOfService(),
                c.billingProvider(),
                c.patient(),
                c.coverages(),
                rank,
                c.statementFrom(),
                c.statementThrough(),
                c.stay(),
                c.providers(),
                diagnoses,
                c.procedures(),
                c.lines(),
                part2);
    }

    private static ClaimContent copy(
            ClaimContent c,
            String typeOfBill,
            String placeOfService,
            Patient patient,
            List<Coverage> coverages,
            Stay stay,
            List<Provider> providers,
            List<ServiceLine> lines) {
        return new ClaimContent(
                c.type(),
                c.number(),
                c.version(),
                c.frequency(),
                c.payerClaimNumber(),
                typeOfBill,
                placeOfService,
                c.billingProvider(),
                patient,
                coverages,
                c.destinationRank(),
                c.statementFrom(),
                c.statementThrough(),
                stay,
                providers,
                c.diagnoses(),
                c.procedures(),
                lines,
                c.part2());
    }
}
