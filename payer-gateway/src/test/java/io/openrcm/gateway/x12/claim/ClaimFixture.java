package io.openrcm.gateway.x12.claim;

import io.openrcm.events.ClaimNumber;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.BillingProvider;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.events.claims.Frequency;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.encounter.Address;
import io.openrcm.events.encounter.Charge.Unit;
import io.openrcm.events.encounter.Coverage;
import io.openrcm.events.encounter.Coverage.PlanType;
import io.openrcm.events.encounter.Diagnosis;
import io.openrcm.events.encounter.Diagnosis.PresentOnAdmission;
import io.openrcm.events.encounter.Patient;
import io.openrcm.events.encounter.PersonName;
import io.openrcm.events.encounter.Procedure;
import io.openrcm.events.encounter.Provider;
import io.openrcm.events.encounter.Relationship;
import io.openrcm.events.encounter.Sex;
import io.openrcm.events.encounter.Stay;
import io.openrcm.events.encounter.Subscriber;
import io.openrcm.gateway.x12.Npis;
import io.openrcm.gateway.x12.expressible.Expressibility;
import io.openrcm.gateway.x12.expressible.ExpressibleClaim;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;

/** Synthetic claims of Lakeside Medical Center: an office visit of a child, and an inpatient stay. */
public final class ClaimFixture {

    public static final Address LAKESIDE_ADDRESS = new Address("4800 Harbor Drive", null, "Madison", "WI", "537031234");
    public static final BillingProvider LAKESIDE = new BillingProvider(
            "Lakeside Medical Center", Npis.synthetic(1), "391234567", "282N00000X", LAKESIDE_ADDRESS, "608-555-0100");
    public static final Provider DR_CHEN =
            new Provider(Provider.Role.RENDERING, Npis.synthetic(2), new PersonName("Chen", "Mei", null), "208000000X");
    public static final Provider DR_NGUYEN = new Provider(
            Provider.Role.ATTENDING, Npis.synthetic(3), new PersonName("Nguyễn", "Kim", null), "207RC0000X");
    public static final Provider DR_SATO =
            new Provider(Provider.Role.OPERATING, Npis.synthetic(4), new PersonName("Sato", "Ren", null), null);

    public static final PersonName ANA = new PersonName("Rivera", "Ana", null);
    public static final Patient LUIS = new Patient(
            "MRN778812",
            new PersonName("Rivera", "Luis", null),
            LocalDate.of(2015, 3, 4),
            Sex.MALE,
            new Address("22 Oak Ave", "Apt. 3", "Madison", "WI", "53703"));
    public static final Patient PETER = new Patient(
            "MRN445566",
            new PersonName("Olsen", "Peter", "J"),
            LocalDate.of(1945, 10, 12),
            Sex.MALE,
            new Address("9 Lake Dr", null, "Madison", "WI", "53704"));

    public static final Coverage MERIDIAN = new Coverage(
            1,
            new PayerId("MERID"),
            "Meridian Health Plan",
            PlanType.COMMERCIAL,
            "W200300400",
            "GRP7788",
            Relationship.CHILD,
            new Subscriber(ANA, LocalDate.of(1985, 6, 1), Sex.FEMALE, LAKESIDE_ADDRESS),
            "AUTH-55");
    public static final Coverage MEDICARE = new Coverage(
            1,
            new PayerId("MCARE"),
            "Medicare",
            PlanType.MEDICARE_PART_A,
            "1EG4TE5MK73",
            null,
            Relationship.SELF,
            null,
            null);
    public static final Coverage GRANITE = new Coverage(
            2,
            new PayerId("GRANI"),
            "Granite Supplement",
            PlanType.COMMERCIAL,
            "GS900100",
            "G-1",
            Relationship.SELF,
            null,
            null);

    private ClaimFixture() {}

    /** A replacement of a child's office visit; the mother holds the policy. */
    public static ClaimContent officeVisit() {
        return new ClaimContent(
                ClaimType.PROFESSIONAL,
                new ClaimNumber("LK26110100071"),
                2,
                Frequency.REPLACEMENT,
                "PAYERICN998877",
                null,
                "11",
                LAKESIDE,
                LUIS,
                List.of(MERIDIAN),
                1,
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 1),
                null,
                List.of(DR_CHEN),
                List.of(diagnosis("J209", Diagnosis.Role.PRINCIPAL), diagnosis("R05", Diagnosis.Role.OTHER)),
                List.of(),
                List.of(
                        line("L7-1", null, "99213", List.of("25"), "1", Unit.UNITS, "125.50", List.of(1, 2)),
                        line("L7-2", null, "94640", List.of(), "1", Unit.UNITS, "60", List.of(1))),
                null);
    }

    /** An original bill for a stay with an operation, to Medicare with a supplement behind it. */
    public static ClaimContent inpatientStay() {
        return new ClaimContent(
                ClaimType.INSTITUTIONAL,
                new ClaimNumber("LK26100500015"),
                1,
                Frequency.ORIGINAL,
                null,
                "111",
                null,
                LAKESIDE,
                PETER,
                List.of(MEDICARE, GRANITE),
                1,
                LocalDate.of(2026, 10, 5),
                LocalDate.of(2026, 10, 9),
                new Stay(LocalDateTime.of(2026, 10, 5, 3, 15), LocalDateTime.of(2026, 10, 9, 14, 30), "1", "1", "01"),
                List.of(DR_NGUYEN, DR_SATO),
                List.of(
                        new Diagnosis("I214", Diagnosis.Role.PRINCIPAL, PresentOnAdmission.YES),
                        new Diagnosis("R0789", Diagnosis.Role.ADMITTING, null),
                        new Diagnosis("I10", Diagnosis.Role.OTHER, PresentOnAdmission.EXEMPT),
                        new Diagnosis("N179", Diagnosis.Role.OTHER, PresentOnAdmission.NO),
                        new Diagnosis("W010XXA", Diagnosis.Role.EXTERNAL_CAUSE, PresentOnAdmission.YES)),
                List.of(
                        new Procedure("027034Z", LocalDate.of(2026, 10, 5), true),
                        new Procedure("B2111ZZ", LocalDate.of(2026, 10, 5), false)),
                List.of(
                        line("C1", "0120", null, List.of(), "4", Unit.DAYS, "5000", List.of()),
                        line("C2", "0250", null, List.of(), "1.50", Unit.UNITS, "1250.05", List.of()),
                        line("C3", "0360", "33533", List.of(), "1", Unit.UNITS, "12000", List.of())),
                null);
    }

    public static Diagnosis diagnosis(String code, Diagnosis.Role role) {
        return new Diagnosis(code, role, null);
    }

    public static ServiceLine line(
            String number,
            String revenueCode,
            String procedureCode,
            List<String> modifiers,
            String units,
            Unit unit,
            String charge,
            List<Integer> pointers) {
        return new ServiceLine(
                number,
                LocalDate.of(2026, 11, 1),
                revenueCode,
                procedureCode,
                modifiers,
                new BigDecimal(units),
                unit,
                Money.of(charge),
                pointers,
                null);
    }

    public static ExpressibleClaim expressible(ClaimContent content) {
        return switch (Expressibility.of(content)) {
            case ExpressibleClaim claim -> claim;
            case Expressibility.Inexpressible refused -> throw new AssertionError(refused.detail());
        };
    }

    public static TransactionSet setOf(String controlNumber, ClaimContent... claims) {
        ClaimContent first = claims[0];
        return new TransactionSet(
                controlNumber,
                "BATCH00000" + controlNumber,
                first.type(),
                first.destination().payer(),
                Arrays.stream(claims).map(ClaimFixture::expressible).toList());
    }

    public static Envelope envelope() {
        return new Envelope(
                new Envelope.TradingParty("ZZ", "LAKESIDE", "Lakeside Medical Center"),
                new Envelope.TradingParty("ZZ", "RIVERCH", "River Clearinghouse"),
                new Envelope.Contact("EDI Desk", "6085550100"),
                101,
                7,
                Envelope.Usage.TEST,
                LocalDateTime.of(2026, 11, 23, 9, 30));
    }
}
