package io.openrcm.gateway;

import io.openrcm.events.AttemptId;
import io.openrcm.events.ClaimId;
import io.openrcm.events.ClaimNumber;
import io.openrcm.events.EncounterId;
import io.openrcm.events.FacilityId;
import io.openrcm.events.Ids;
import io.openrcm.events.Money;
import io.openrcm.events.Npi;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.BillingProvider;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.claims.ClaimHeader;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.events.claims.Frequency;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.encounter.Address;
import io.openrcm.events.encounter.Charge.Unit;
import io.openrcm.events.encounter.Coverage;
import io.openrcm.events.encounter.Coverage.PlanType;
import io.openrcm.events.encounter.Diagnosis;
import io.openrcm.events.encounter.Patient;
import io.openrcm.events.encounter.PersonName;
import io.openrcm.events.encounter.Provider;
import io.openrcm.events.encounter.Relationship;
import io.openrcm.events.encounter.Sex;
import io.openrcm.events.protection.ConsentReference;
import io.openrcm.events.protection.Part2;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A synthetic professional claim of one office visit that passed every edit; valid as it comes, each with a number of its own. */
public final class ReleasedClaimFixture {

    /** The topics outlive an application that a test restarts, so numbers must not begin again with it. */
    private static final String RUN =
            Long.toString(System.nanoTime() % 60_466_176L, 36).toUpperCase(Locale.ROOT);

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final LocalDate VISIT = LocalDate.of(2026, 11, 2);
    private static final Address LAKESIDE = new Address("4800 HARBOR DRIVE", null, "MADISON", "WI", "537031234");

    private final String number = "LK%s%05d".formatted(RUN, COUNT.incrementAndGet());
    private FacilityId facility = new FacilityId("LAKESIDE");
    private PayerId payer = new PayerId("MERID");
    private String payerName = "Meridian Health Plan";
    private Frequency frequency = Frequency.ORIGINAL;
    private String procedureCode = "99213";
    private int lines = 1;
    private int attempt = 1;
    private @Nullable Part2 part2;

    public static ReleasedClaimFixture aReleasedClaim() {
        return new ReleasedClaimFixture();
    }

    public ReleasedClaimFixture of(String facilityId) {
        facility = new FacilityId(facilityId);
        return this;
    }

    public ReleasedClaimFixture to(String payerId, String name) {
        payer = new PayerId(payerId);
        payerName = name;
        return this;
    }

    public ReleasedClaimFixture replacing() {
        frequency = Frequency.REPLACEMENT;
        return this;
    }

    public ReleasedClaimFixture withProcedure(String code) {
        procedureCode = code;
        return this;
    }

    public ReleasedClaimFixture withLines(int count) {
        lines = count;
        return this;
    }

    public ReleasedClaimFixture underPart2(String consent) {
        part2 = new Part2(new ConsentReference(consent));
        return this;
    }

    public ReleasedClaimFixture attempt(int ordinal) {
        attempt = ordinal;
        return this;
    }

    public ClaimReleased build() {
        var claimId = new ClaimId(Ids.derived("test claim " + number));
        var content = content();
        var header = new ClaimHeader(
                claimId,
                content.number(),
                content.version(),
                content.type(),
                facility,
                new EncounterId(Ids.derived("test encounter " + number)),
                payer,
                content.total(),
                VISIT,
                VISIT,
                VISIT.plusYears(1),
                part2 != null);
        return new ClaimReleased(
                header, new AttemptId(Ids.derived(claimId.value(), Integer.toString(attempt))), attempt, content);
    }

    public ClaimContent content() {
        return new ClaimContent(
                ClaimType.PROFESSIONAL,
                new ClaimNumber(number),
                frequency == Frequency.ORIGINAL ? 1 : 2,
                frequency,
                frequency == Frequency.ORIGINAL ? null : "ICN" + number,
                null,
                "11",
                new BillingProvider(
                        "LAKESIDE MEDICAL CENTER", npi(1), "391234567", "282N00000X", LAKESIDE, "6085550100"),
                new Patient(
                        "MRN1",
                        new PersonName("SAMPLE", "PAT", null),
                        LocalDate.of(1980, 5, 17),
                        Sex.FEMALE,
                        new Address("12 ELM ST", null, "MADISON", "WI", "53703")),
                List.of(new Coverage(
                        1, payer, payerName, PlanType.COMMERCIAL, "M10000000", "GRP1", Relationship.SELF, null, null)),
                1,
                VISIT,
                VISIT,
                null,
                List.of(new Provider(
                        Provider.Role.RENDERING, npi(2), new PersonName("CHEN", "MEI", null), "208000000X")),
                List.of(new Diagnosis("J209", Diagnosis.Role.PRINCIPAL, null)),
                List.of(),
                IntStream.rangeClosed(1, lines).mapToObj(this::line).toList(),
                part2);
    }

    private ServiceLine line(int ordinal) {
        return new ServiceLine(
                number + "L" + ordinal,
                VISIT,
                null,
                procedureCode,
                List.of(),
                BigDecimal.ONE,
                Unit.UNITS,
                Money.of("125.00"),
                List.of(1),
                null);
    }

    private static Npi npi(int ordinal) {
        return IntStream.range(0, 10)
                .mapToObj(digit -> (155_500_000 + ordinal) + "" + digit)
                .filter(Npi::isValid)
                .map(Npi::new)
                .findFirst()
                .orElseThrow();
    }
}
