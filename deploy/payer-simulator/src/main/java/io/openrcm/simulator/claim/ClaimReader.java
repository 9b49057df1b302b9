package io.openrcm.simulator.claim;

import io.openrcm.simulator.guide.Loop;
import io.openrcm.simulator.x12.Amount;
import io.openrcm.simulator.x12.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes a claim from its loop 2300 and the loops around it. What is missing reads as empty: the complaint about it was made before. */
public final class ClaimReader {

    private static final int[] CAS_AMOUNTS = {3, 6, 9, 12, 15, 18};

    private ClaimReader() {}

    public static Claim read(Loop loop, boolean institutional, Submitter submitter, int transactionStart) {
        var clm = loop.opener();
        var subscriber = loop.up("2000B");
        var payer = subscriber.flatMap(it -> it.child("2010BB")).map(Loop::opener);
        var sbr = subscriber.flatMap(it -> it.first("SBR"));
        var decidedBefore =
                loop.children("2320").anyMatch(it -> it.first("AMT", "D").isPresent());
        var lines = lines(loop, institutional);
        return new Claim(
                clm.element(1),
                payer.map(it -> it.element(9)).orElse(""),
                payer.map(it -> it.element(3)).orElse(""),
                sbr.map(it -> it.element(9)).orElse(""),
                !decidedBefore || sbr.map(it -> it.equals(1, "P")).orElse(true),
                clm.component(5, 3),
                clm.component(5, 1),
                institutional,
                Amount.centsOrZero(clm.element(2)),
                patient(loop, subscriber),
                billing(loop),
                loop.first("REF", "F8").map(it -> it.element(2)).orElse(""),
                lines,
                nextPayer(loop),
                dates(loop, lines),
                submitter,
                clm.ordinal() - transactionStart + 1);
    }

    private static Patient patient(Loop loop, Optional<Loop> subscriber) {
        var insured = subscriber.flatMap(it -> it.child("2010BA")).map(Loop::opener);
        var name = loop.up("2000C")
                .flatMap(it -> it.child("2010CA"))
                .map(Loop::opener)
                .or(() -> insured);
        return new Patient(
                name.map(it -> it.element(3)).orElse(""),
                name.map(it -> it.element(4)).orElse(""),
                insured.map(it -> it.element(9)).orElse(""));
    }

    private static BillingProvider billing(Loop loop) {
        var provider = loop.up("2000A").flatMap(it -> it.child("2010AA"));
        var name = provider.map(Loop::opener);
        return new BillingProvider(
                name.map(it -> it.element(3)).orElse(""),
                name.map(it -> it.element(9)).orElse(""),
                provider.flatMap(it -> it.first("REF", "EI").or(() -> it.first("REF", "SY")))
                        .map(it -> it.element(2))
                        .orElse(""));
    }

    private static Optional<OtherPayer> nextPayer(Loop loop) {
        return loop.children("2320")
                .filter(other -> other.first("AMT", "D").isEmpty())
                .findFirst()
                .flatMap(other -> other.child("2330B")
                        .map(name -> new OtherPayer(
                                name.opener().element(9),
                                name.opener().element(3),
                                other.opener().element(9),
                                other.child("2330A")
                                        .map(insured -> insured.opener().element(9))
                                        .orElse(""))));
    }

    private static List<ServiceLine> lines(Loop loop, boolean institutional) {
        List<ServiceLine> lines = new ArrayList<>();
        var unplaced =
                loop.children("2320").mapToLong(ClaimReader::patientShare).sum();
        for (var line : loop.children("2400").toList()) {
            var service = line.first(institutional ? "SV2" : "SV1");
            var charge = service.map(it -> Amount.centsOrZero(it.element(institutional ? 3 : 2)))
                    .orElse(0L);
            var here =
                    line.children("2430").mapToLong(ClaimReader::patientShare).sum();
            // Money left to the patient at claim level is laid on the lines in order, none above its charge.
            var more = Math.clamp(charge - here, 0, unplaced);
            unplaced -= more;
            lines.add(new ServiceLine(
                    line.first("REF", "6R").map(it -> it.element(2)).orElse(""),
                    service.map(it -> procedure(it, institutional ? 2 : 1)).orElse(""),
                    institutional ? service.map(it -> it.element(1)).orElse("") : "",
                    charge,
                    service.map(it -> it.element(institutional ? 5 : 4)).orElse("1"),
                    line.first("DTP", "472").map(it -> it.element(3)).orElse(""),
                    here + more));
        }
        return List.copyOf(lines);
    }

    /** Qualifier, code and modifiers, with our own separator; a description stays behind. */
    private static String procedure(Segment service, int element) {
        return IntStream.rangeClosed(1, Math.min(6, service.components(element)))
                .mapToObj(part -> service.component(element, part))
                .collect(Collectors.joining(":"));
    }

    private static long patientShare(Loop loop) {
        var sum = 0L;
        for (var cas : loop.all("CAS", "PR").toList()) {
            for (var amount : CAS_AMOUNTS) {
                sum += Amount.centsOrZero(cas.element(amount));
            }
        }
        return sum;
    }

    private static String dates(Loop loop, List<ServiceLine> lines) {
        var statement = loop.first("DTP", "434").map(it -> it.element(3)).orElse("");
        if (!statement.isEmpty()) {
            return statement;
        }
        var days = lines.stream()
                .map(ServiceLine::serviceDates)
                .filter(it -> it.length() >= 8)
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return "";
        }
        var first = days.getFirst().substring(0, 8);
        var last = days.stream()
                .map(it -> it.substring(it.length() - 8))
                .max(String::compareTo)
                .orElse(first);
        return first.equals(last) ? first : first + "-" + last;
    }
}
