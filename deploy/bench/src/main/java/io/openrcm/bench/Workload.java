package io.openrcm.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded encounters as JSON lines: clinic visits (one professional claim), imaging and laboratory (one institutional claim) and
 * emergency visits (one of each). All people are made up. Line {@code n} is the same whenever it is asked for.
 */
final class Workload {

    private record Payer(String id, String name, String plan) {}

    private static final List<Payer> PAYERS = List.of(
            new Payer("MERID", "Meridian Health Plan", "COMMERCIAL"),
            new Payer("CASCB", "Cascadia Blue", "BLUE_CROSS"),
            new Payer("MCAID", "Badger State Medicaid", "MEDICAID"),
            new Payer("MCARE", "Medicare", "MEDICARE_PART_B"),
            new Payer("BRITE", "BrightPath Behavioral", "COMMERCIAL"));
    private static final List<String> CLINIC = List.of("99212", "99213", "99214", "99215");
    private static final List<String> DIAGNOSES =
            List.of("I10", "E119", "J069", "M5450", "R079", "N390", "J189", "R109");
    private static final int DAYS_BACK = 60;

    private final long seed;
    private final LocalDate today;

    Workload(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    /** One encounter. */
    record Line(String json, int claims) {}

    Line line(int n) {
        var random = new SplittableRandom(seed * 1_000_003 + n);
        var visit = random.nextInt(100);
        var day = today.minusDays(1 + random.nextInt(DAYS_BACK));
        if (visit < 65) {
            return new Line(encounter(n, "CLINIC", day, random, clinicCharges(day, random), rendering(), ""), 1);
        }
        if (visit < 90) {
            return new Line(encounter(n, "OUTPATIENT", day, random, imagingCharges(day, random), attending(), ""), 1);
        }
        String stay = """
                ,"stay":{"admittedAt":"%sT10:05:00","dischargedAt":"%sT14:40:00","admissionType":"1","admissionSource":"1","dischargeStatus":"01"}""".formatted(day, day);
        String both = attending() + "," + rendering();
        return new Line(encounter(n, "EMERGENCY", day, random, emergencyCharges(day, random), both, stay), 2);
    }

    private String encounter(
            int n,
            String visit,
            LocalDate day,
            SplittableRandom random,
            String charges,
            String providers,
            String stay) {
        Payer payer = PAYERS.get(random.nextInt(PAYERS.size()));
        String principal = DIAGNOSES.get(random.nextInt(DIAGNOSES.size()));
        String reason = visit.equals("EMERGENCY")
                ? ",{\"code\":\"%s\",\"role\":\"REASON_FOR_VISIT\"}".formatted(principal)
                : "";
        return """
                {"facility":"LAKESIDE","source":{"system":"BENCH-%d","encounterId":"B%08d","version":1},"visit":"%s",\
                "patient":{"medicalRecordNumber":"MRN%08d","name":{"family":"Benchfield","given":"Person%s"},"birthDate":"%d-%02d-%02d","sex":"%s",\
                "address":{"street":"%d Sample Street","city":"Madison","state":"WI","zip":"53703"}},\
                "coverages":[{"rank":1,"payer":"%s","payerName":"%s","plan":"%s","memberId":"B%07d88","groupNumber":"GRP1","relationship":"SELF"}],\
                "serviceFrom":"%s","serviceThrough":"%s"%s,"providers":[%s],\
                "diagnoses":[{"code":"%s","role":"PRINCIPAL"}%s],"charges":[%s]}""".formatted(
                        seed,
                        n,
                        visit,
                        n,
                        letters(n),
                        1940 + random.nextInt(75),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28),
                        random.nextBoolean() ? "FEMALE" : "MALE",
                        1 + random.nextInt(9_000),
                        payer.id(),
                        payer.name(),
                        payer.plan(),
                        n,
                        day,
                        day,
                        stay,
                        providers,
                        principal,
                        reason,
                        charges);
    }

    private static String clinicCharges(LocalDate day, SplittableRandom random) {
        String visit =
                professional("C1", day, CLINIC.get(random.nextInt(CLINIC.size())), amount(random, 9_000, 32_000));
        return random.nextInt(3) == 0
                ? visit + "," + professional("C2", day, "36415", amount(random, 900, 2_500))
                : visit;
    }

    private static String imagingCharges(LocalDate day, SplittableRandom random) {
        return facility("C1", day, "0324", "71046", amount(random, 20_000, 60_000)) + ","
                + facility("C2", day, "0301", "80053", amount(random, 6_000, 15_000)) + ","
                + facility("C3", day, "0305", "85025", amount(random, 3_000, 9_000));
    }

    private static String emergencyCharges(LocalDate day, SplittableRandom random) {
        return facility("C1", day, "0450", "99284", amount(random, 80_000, 220_000)) + ","
                + facility("C2", day, "0730", "93005", amount(random, 12_000, 30_000)) + ","
                + professional("C3", day, "99284", amount(random, 30_000, 60_000));
    }

    private static String facility(String id, LocalDate day, String revenueCode, String code, String amount) {
        return """
                {"id":"%s","component":"FACILITY","servicedOn":"%s","revenueCode":"%s","procedureCode":"%s","units":1,"unit":"UNITS","amount":"%s"}""".formatted(id, day, revenueCode, code, amount);
    }

    private static String professional(String id, LocalDate day, String code, String amount) {
        return """
                {"id":"%s","component":"PROFESSIONAL","servicedOn":"%s","procedureCode":"%s","units":1,"unit":"UNITS","amount":"%s","diagnosisPointers":[1]}""".formatted(id, day, code, amount);
    }

    private static String attending() {
        return """
                {"role":"ATTENDING","npi":"1999000122","name":{"family":"Lindqvist","given":"Per"},"taxonomy":"208M00000X"}""";
    }

    private static String rendering() {
        return """
                {"role":"RENDERING","npi":"1999000189","name":{"family":"Whitaker","given":"Dana"},"taxonomy":"207Q00000X"}""";
    }

    private static String amount(SplittableRandom random, int fromCents, int toCents) {
        int cents = random.nextInt(fromCents, toCents);
        return "%d.%02d".formatted(cents / 100, cents % 100);
    }

    private static String letters(int n) {
        var name = new StringBuilder();
        for (int rest = n; rest > 0; rest /= 26) {
            name.append((char) ('a' + rest % 26));
        }
        return name.toString();
    }
}
