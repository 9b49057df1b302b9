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
import io.openrcm.events.protection.ConsentReference;
import io.openrcm.events.protection.Part2;
import io.openrcm.gateway.x12.Npis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Claims of every shape that the content allows, the same for the same seed. Free texts are {@code A} followed by the
 * next of the given texts, so that one seed gives the same claims in any wording.
 */
public final class SyntheticClaims {

    private static final PlanType[] PLANS = {
        PlanType.COMMERCIAL,
        PlanType.BLUE_CROSS,
        PlanType.MEDICARE_PART_A,
        PlanType.MEDICARE_PART_B,
        PlanType.MEDICAID,
        PlanType.TRICARE,
        PlanType.WORKERS_COMPENSATION,
        PlanType.AUTO
    };

    private final Random random;
    private final List<String> texts;
    private int nextText;
    private int nextNumber = 1;

    public SyntheticClaims(long seed, List<String> texts) {
        this.random = new Random(seed);
        this.texts = texts;
    }

    /** Some of them for the same patient and policy, as a day's batch has them. */
    public List<ClaimContent> claims(int count) {
        List<ClaimContent> claims = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ClaimContent last = claims.isEmpty() || random.nextInt(3) > 0 ? null : claims.getLast();
            claims.add(claim(last));
        }
        return claims;
    }

    private ClaimContent claim(ClaimContent samePatient) {
        ClaimType type = random.nextBoolean() ? ClaimType.PROFESSIONAL : ClaimType.INSTITUTIONAL;
        boolean professional = type == ClaimType.PROFESSIONAL;
        boolean inpatient = random.nextBoolean();
        Frequency frequency = pick(Frequency.values());
        List<Diagnosis> diagnoses = professional ? professionalDiagnoses() : institutionalDiagnoses();
        Patient patient = samePatient == null ? patient() : samePatient.patient();
        List<Coverage> coverages = samePatient == null ? coverages() : samePatient.coverages();
        LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
        LocalDate through = from.plusDays(inpatient ? random.nextInt(9) : 0);
        return new ClaimContent(
                type,
                new ClaimNumber(String.format(Locale.ROOT, "LK%08d", nextNumber++)),
                1,
                frequency,
                random.nextBoolean() || frequency != Frequency.ORIGINAL ? "ICN" + random.nextInt(1_000_000) : null,
                professional ? null : (inpatient ? "11" : "13") + frequency.digit(),
                professional ? (inpatient ? "21" : "11") : null,
                billingProvider(),
                patient,
                coverages,
                1 + random.nextInt(coverages.size()),
                from,
                through,
                inpatient ? stay(from, through) : null,
                providers(),
                diagnoses,
                professional || !inpatient ? List.of() : procedures(from),
                lines(type, from, diagnoses.size()),
                random.nextInt(4) == 0 ? new Part2(new ConsentReference("CONSENT-" + random.nextInt(1_000))) : null);
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private String text() {
        return "A" + (texts.isEmpty() ? "" : texts.get(nextText++ % texts.size()));
    }

    private String perhaps(String text) {
        return random.nextBoolean() ? text : null;
    }

    private BillingProvider billingProvider() {
        Address address = new Address("4800 Harbor Drive", null, "Madison", "WI", "537031234");
        int site = random.nextInt(2);
        return new BillingProvider(
                "Lakeside " + site, Npis.synthetic(site), "39123456" + site, "282N00000X", address, "6085550100");
    }

    private PersonName name() {
        String middle = text();
        return new PersonName(text(), text(), perhaps(middle));
    }

    private Address address() {
        String second = text();
        return new Address(text(), perhaps(second), text() + "X", "WI", random.nextBoolean() ? "53703" : "537031234");
    }

    private LocalDate birthDate() {
        return LocalDate.of(1930, 1, 1).plusDays(random.nextInt(33_000));
    }

    private Sex sex() {
        return pick(Sex.values());
    }

    private Patient patient() {
        return new Patient("MRN" + random.nextInt(1_000_000), name(), birthDate(), sex(), address());
    }

    private List<Coverage> coverages() {
        List<Coverage> coverages = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int rank = 1; rank <= count; rank++) {
            Relationship relationship = pick(Relationship.values());
            coverages.add(new Coverage(
                    rank,
                    new PayerId("PAY" + rank + random.nextInt(3)),
                    text(),
                    pick(PLANS),
                    "W" + random.nextInt(1_000_000_000),
                    perhaps("GRP" + random.nextInt(99)),
                    relationship,
                    relationship == Relationship.SELF ? null : new Subscriber(name(), birthDate(), sex(), address()),
                    perhaps("AUTH" + random.nextInt(99))));
        }
        return coverages;
    }

    private Stay stay(LocalDate from, LocalDate through) {
        return new Stay(
                from.atTime(random.nextInt(24), random.nextInt(60)),
                random.nextInt(4) == 0 ? null : through.atTime(random.nextInt(24), random.nextInt(60)),
                String.valueOf(1 + random.nextInt(5)),
                "1",
                "01");
    }

    private List<Provider> providers() {
        List<Provider> providers = new ArrayList<>();
        for (Provider.Role role : Provider.Role.values()) {
            if (role == Provider.Role.ATTENDING || random.nextBoolean()) {
                providers.add(
                        new Provider(role, Npis.synthetic(10 + random.nextInt(4)), name(), perhaps("207RC0000X")));
            }
        }
        return providers;
    }

    private String code() {
        return String.format(Locale.ROOT, "%c%03d", (char) ('A' + random.nextInt(26)), random.nextInt(1000));
    }

    private List<Diagnosis> professionalDiagnoses() {
        List<Diagnosis> diagnoses = new ArrayList<>();
        diagnoses.add(new Diagnosis(code(), Diagnosis.Role.PRINCIPAL, null));
        for (int i = random.nextInt(12); i > 0; i--) {
            diagnoses.add(new Diagnosis(code(), Diagnosis.Role.OTHER, null));
        }
        return diagnoses;
    }

    private List<Diagnosis> institutionalDiagnoses() {
        List<Diagnosis> diagnoses = new ArrayList<>();
        add(diagnoses, Diagnosis.Role.PRINCIPAL, 1);
        add(diagnoses, Diagnosis.Role.ADMITTING, random.nextInt(2));
        add(diagnoses, Diagnosis.Role.REASON_FOR_VISIT, random.nextInt(4));
        add(diagnoses, Diagnosis.Role.EXTERNAL_CAUSE, random.nextInt(13));
        add(diagnoses, Diagnosis.Role.OTHER, random.nextInt(25));
        return diagnoses;
    }

    private void add(List<Diagnosis> diagnoses, Diagnosis.Role role, int count) {
        for (int i = 0; i < count; i++) {
            diagnoses.add(
                    new Diagnosis(code(), role, random.nextInt(5) == 0 ? null : pick(PresentOnAdmission.values())));
        }
    }

    private List<Procedure> procedures(LocalDate day) {
        List<Procedure> procedures = new ArrayList<>();
        for (int i = random.nextInt(26); i > 0; i--) {
            procedures.add(new Procedure("0270" + String.format(Locale.ROOT, "%03d", i), day, i == 1));
        }
        return procedures;
    }

    private List<ServiceLine> lines(ClaimType type, LocalDate day, int diagnoses) {
        boolean professional = type == ClaimType.PROFESSIONAL;
        List<ServiceLine> lines = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 1; i <= count; i++) {
            boolean coded = professional || random.nextBoolean();
            List<String> modifiers = coded ? List.of("25", "LT", "59", "76").subList(0, random.nextInt(5)) : List.of();
            String description = text();
            lines.add(new ServiceLine(
                    "L" + nextNumber + "-" + i,
                    day,
                    professional ? null : "0" + (100 + random.nextInt(900)),
                    coded ? "99" + (100 + random.nextInt(900)) : null,
                    modifiers,
                    BigDecimal.valueOf(1 + random.nextInt(9_999), random.nextInt(4)),
                    professional
                            ? (random.nextBoolean() ? Unit.UNITS : Unit.MINUTES)
                            : (random.nextBoolean() ? Unit.UNITS : Unit.DAYS),
                    Money.ofCents(random.nextInt(2_000_000)),
                    professional ? List.of(1 + random.nextInt(diagnoses), 1) : List.of(),
                    perhaps(description)));
        }
        return lines;
    }
}
