package io.openrcm.claims;

import io.openrcm.events.EncounterId;
import io.openrcm.events.FacilityId;
import io.openrcm.events.Ids;
import io.openrcm.events.Money;
import io.openrcm.events.Npi;
import io.openrcm.events.PayerId;
import io.openrcm.events.coding.CodedEncounter;
import io.openrcm.events.coding.CodedEncounter.Source;
import io.openrcm.events.coding.CodedEncounter.Visit;
import io.openrcm.events.encounter.Address;
import io.openrcm.events.encounter.Charge;
import io.openrcm.events.encounter.Charge.Component;
import io.openrcm.events.encounter.Charge.Unit;
import io.openrcm.events.encounter.Coverage;
import io.openrcm.events.encounter.Coverage.PlanType;
import io.openrcm.events.encounter.Diagnosis;
import io.openrcm.events.encounter.Diagnosis.PresentOnAdmission;
import io.openrcm.events.encounter.Diagnosis.Role;
import io.openrcm.events.encounter.Patient;
import io.openrcm.events.encounter.PersonName;
import io.openrcm.events.encounter.Procedure;
import io.openrcm.events.encounter.Provider;
import io.openrcm.events.encounter.Relationship;
import io.openrcm.events.encounter.Sex;
import io.openrcm.events.encounter.Stay;
import io.openrcm.events.protection.ConsentReference;
import io.openrcm.events.protection.Part2;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invented encounters that make clean claims; a test changes what it is about. */
public final class EncounterFixture {

    public static final LocalDate ADMITTED_ON = LocalDate.of(2026, 9, 14);
    public static final LocalDate DISCHARGED_ON = LocalDate.of(2026, 9, 17);
    private static final Address HOME = new Address("12 Sample Street", null, "Madison", "WI", "537030001");

    private String facility = "LAKESIDE";
    private String encounterId = "V1";
    private int version = 1;
    private Visit visit = Visit.INPATIENT;
    private String memberId = "MER00010000";
    private @Nullable String priorAuthorization = "PA1";
    private int rank = 1;
    private boolean insured = true;
    private @Nullable Part2 part2;
    private final List<Charge> charges = new ArrayList<>();
    private final List<Diagnosis> diagnoses = new ArrayList<>();

    private EncounterFixture() {}

    /** Three nights, a facility and a professional part. */
    public static EncounterFixture anInpatientStay() {
        var fixture = new EncounterFixture();
        fixture.diagnoses.addAll(List.of(
                new Diagnosis("J189", Role.PRINCIPAL, PresentOnAdmission.YES),
                new Diagnosis("E119", Role.OTHER, PresentOnAdmission.YES),
                new Diagnosis("R0602", Role.ADMITTING, null)));
        fixture.charges.addAll(List.of(
                facilityCharge("C1", ADMITTED_ON, "0120", null, 3, "5400.00"),
                facilityCharge("C2", ADMITTED_ON, "0450", "99285", 1, "1450.00"),
                professionalCharge("C3", ADMITTED_ON, "99223", "420.00", 1, 2)));
        return fixture;
    }

    /** One day, hospital part only. */
    public static EncounterFixture anEmergencyVisit() {
        var fixture = new EncounterFixture();
        fixture.visit = Visit.EMERGENCY;
        fixture.priorAuthorization = null;
        fixture.diagnoses.addAll(List.of(
                new Diagnosis("S5251XA", Role.PRINCIPAL, null),
                new Diagnosis("M79641", Role.REASON_FOR_VISIT, null),
                new Diagnosis("W010XXA", Role.EXTERNAL_CAUSE, null)));
        fixture.charges.addAll(List.of(
                facilityCharge("C1", DISCHARGED_ON, "0450", "99284", 1, "980.00"),
                facilityCharge("C2", DISCHARGED_ON, "0320", "73110", 1, "220.50")));
        return fixture;
    }

    public EncounterFixture numbered(String id) {
        encounterId = id;
        return this;
    }

    /** As if the hospital had sent the same encounter for another facility. */
    public EncounterFixture of(String facilityId) {
        facility = facilityId;
        return this;
    }

    public EncounterFixture version(int number) {
        version = number;
        return this;
    }

    public EncounterFixture visit(Visit kind) {
        visit = kind;
        return this;
    }

    public EncounterFixture memberId(String id) {
        memberId = id;
        return this;
    }

    public EncounterFixture withoutAuthorization() {
        priorAuthorization = null;
        return this;
    }

    public EncounterFixture ranked(int number) {
        rank = number;
        return this;
    }

    public EncounterFixture insured() {
        insured = true;
        return this;
    }

    public EncounterFixture uninsured() {
        insured = false;
        return this;
    }

    /** Under 42 CFR Part 2, with the patient's consent. */
    public EncounterFixture underPart2(String consent) {
        part2 = new Part2(new ConsentReference(consent));
        return this;
    }

    /** Under 42 CFR Part 2, and nobody has asked for consent. */
    public EncounterFixture underPart2WithoutConsent() {
        part2 = new Part2(null);
        return this;
    }

    public EncounterFixture charges(Charge... only) {
        charges.clear();
        charges.addAll(List.of(only));
        return this;
    }

    public EncounterFixture diagnoses(Diagnosis... only) {
        diagnoses.clear();
        diagnoses.addAll(List.of(only));
        return this;
    }

    public static Charge facilityCharge(
            String id, LocalDate on, String revenueCode, @Nullable String procedureCode, int units, String amount) {
        return new Charge(
                id,
                Component.FACILITY,
                on,
                revenueCode,
                procedureCode,
                List.of(),
                BigDecimal.valueOf(units),
                procedureCode == null ? Unit.DAYS : Unit.UNITS,
                Money.of(amount),
                List.of(),
                null);
    }

    public static Charge professionalCharge(
            String id, LocalDate on, String procedureCode, String amount, Integer... pointers) {
        return new Charge(
                id,
                Component.PROFESSIONAL,
                on,
                null,
                procedureCode,
                List.of(),
                BigDecimal.ONE,
                Unit.UNITS,
                Money.of(amount),
                List.of(pointers),
                null);
    }

    public EncounterId id() {
        return new EncounterId(Ids.derived("LAKESIDE/HIS/" + encounterId));
    }

    public CodedEncounter build() {
        boolean isInpatient = visit == Visit.INPATIENT;
        var from = isInpatient ? ADMITTED_ON : DISCHARGED_ON;
        return new CodedEncounter(
                new FacilityId(facility),
                new Source("HIS", encounterId, version),
                visit,
                new Patient(
                        "MRN" + encounterId,
                        new PersonName("Testperson", "Avery", null),
                        LocalDate.of(1958, 3, 14),
                        Sex.FEMALE,
                        HOME),
                insured ? List.of(coverage()) : List.of(),
                from,
                DISCHARGED_ON,
                isInpatient ? new Stay(ADMITTED_ON.atTime(21, 40), DISCHARGED_ON.atTime(11, 15), "1", "1", "01") : null,
                List.of(
                        provider(Provider.Role.ATTENDING, "1999999018"),
                        provider(Provider.Role.RENDERING, "1999999026")),
                diagnoses,
                isInpatient ? List.of(new Procedure("5A09357", ADMITTED_ON, true)) : List.of(),
                charges,
                part2);
    }

    private Coverage coverage() {
        return new Coverage(
                rank,
                new PayerId("MERID"),
                "Meridian Health Plan",
                PlanType.COMMERCIAL,
                memberId,
                "GRP-77",
                Relationship.SELF,
                null,
                priorAuthorization);
    }

    private static Provider provider(Provider.Role role, String npi) {
        return new Provider(role, new Npi(npi), new PersonName("Sampledoc", "Robin", null), "207R00000X");
    }
}
