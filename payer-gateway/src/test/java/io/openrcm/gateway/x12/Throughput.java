package io.openrcm.gateway.x12;

import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.gateway.x12.claim.ClaimFixture;
import io.openrcm.gateway.x12.claim.Interchange837;
import io.openrcm.gateway.x12.claim.Segments;
import io.openrcm.gateway.x12.claim.SyntheticClaims;
import io.openrcm.gateway.x12.claim.SyntheticFiles;
import io.openrcm.gateway.x12.claim.TransactionSet;
import io.openrcm.gateway.x12.expressible.Expressibility;
import io.openrcm.gateway.x12.remittance.RemittanceFixture;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIOutputFactory;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;

/**
 * Megabytes a second of one thread's processor time, beside StAEDI on the same bytes. A program, not a test: figures depend on the
 * machine and on what else it does.
 */
public final class Throughput {

    private static final int ROUNDS = 40;
    private static final long BYTES_PER_ROUND = 10_000_000;
    private static final int[] HEADER_WIDTHS = {2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1};
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private Throughput() {}

    @FunctionalInterface
    private interface Work {
        long bytes() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        for (int batch : new int[] {400, 20_000}) {
            for (ClaimType type : ClaimType.values()) {
                claims(type, batch);
            }
        }
        byte[] remittance = remittance(20_000);
        report("read 835", () -> read(remittance));
        report("  StAEDI reads", () -> readWithStaedi(remittance));
    }

    /** A small batch stays in the processor's cache, a large one does not. */
    private static void claims(ClaimType type, int batch) throws Exception {
        List<ClaimContent> claims = new SyntheticClaims(1, List.of())
                .claims(batch).stream().filter(claim -> claim.type() == type).toList();
        List<TransactionSet> sets = SyntheticFiles.sets(claims);
        byte[] file = Interchange837.write(ClaimFixture.envelope(), sets).bytes();
        List<List<String>> segments = Segments.of(file);
        System.out.printf(Locale.ROOT, "%s, %d claims, %d bytes%n", type, claims.size(), file.length);
        report("  check", () -> check(claims, file.length));
        report(
                "  write",
                () -> Interchange837.write(ClaimFixture.envelope(), sets).bytes().length);
        report("  StAEDI writes", () -> writeWithStaedi(segments));
        report("  read", () -> read(file));
    }

    private static void report(String what, Work work) throws Exception {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            long bytes = 0;
            while (bytes < BYTES_PER_ROUND) {
                bytes += work.bytes();
            }
            best = Math.max(best, bytes * 1e3 / (CLOCK.getCurrentThreadCpuTime() - start));
        }
        System.out.printf(Locale.ROOT, "%-18s %7.1f MB/s%n", what, best);
    }

    private static long check(List<ClaimContent> claims, int bytes) {
        for (ClaimContent claim : claims) {
            if (Expressibility.of(claim) instanceof Expressibility.Inexpressible refused) {
                throw new IllegalStateException(refused.detail());
            }
        }
        return bytes;
    }

    private static long read(byte[] file) {
        if (X12Files.read(file) instanceof X12File.Read) {
            return file.length;
        }
        throw new IllegalStateException("not read");
    }

    private static byte[] remittance(int times) {
        StringBuilder claims = new StringBuilder(RemittanceFixture.HEADER);
        claims.append(RemittanceFixture.CLAIMS.repeat(times)).append(RemittanceFixture.TRAILER);
        return PartnerFile.bytes(PartnerFile.remittance(claims.toString()));
    }

    private static long readWithStaedi(byte[] file) throws Exception {
        try (EDIStreamReader reader =
                EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(file))) {
            while (reader.hasNext()) {
                var _ = reader.next();
            }
        }
        return file.length;
    }

    private static long writeWithStaedi(List<List<String>> segments) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 24);
        try (EDIStreamWriter writer = EDIOutputFactory.newFactory().createEDIStreamWriter(out)) {
            writer.startInterchange();
            for (List<String> segment : segments) {
                writer.writeStartSegment(segment.getFirst());
                boolean header = segment.getFirst().equals("ISA");
                for (int i = 1; i < segment.size(); i++) {
                    String element = segment.get(i);
                    if (header) {
                        writer.writeElement(element + " ".repeat(HEADER_WIDTHS[i - 1] - element.length()));
                    } else if (element.indexOf(':') < 0) {
                        writer.writeElement(element);
                    } else {
                        writer.writeStartElement();
                        for (String component : element.split(":", -1)) {
                            writer.writeComponent(component);
                        }
                        writer.endElement();
                    }
                }
                writer.writeEndSegment();
            }
            writer.endInterchange();
        }
        return out.size();
    }
}
