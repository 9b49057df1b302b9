package io.openrcm.gateway;

import static io.openrcm.gateway.ReleasedClaimFixture.aReleasedClaim;

import io.openrcm.events.Ids;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.delivery.EventCodec;
import io.openrcm.events.delivery.wire.EventHeaders;
import io.openrcm.events.delivery.wire.Lane;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.time.Instant;
import java.util.*;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.*;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.serialization.*;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@GatewayTest
@TestProfile(ClockworkTest.Running.class)
class BenchTmpTest {
    @Inject EntityManager em;
    @Inject Exchange exchange;
    @ConfigProperty(name = "kafka.bootstrap.servers") String servers;
    static int number = 100000; static final EventCodec CODEC = EventCodec.standard();

    static long pgTicks() throws Exception {
        long t = 0;
        for (var p : (Iterable<ProcessHandle>) ProcessHandle.allProcesses()::iterator) {
            try {
                var s = Files.readString(Path.of("/proc/" + p.pid() + "/stat"));
                if (s.contains("(postgres)")) {
                    var f = s.substring(s.indexOf(')') + 2).split(" ");
                    t += Long.parseLong(f[11]) + Long.parseLong(f[12]);
                }
            } catch (Exception e) { }
        }
        return t;
    }

    @Test
    void bench() throws Exception {
        int n = Integer.getInteger("bench.claims", 10000);
        run(2000);
        var rec = new jdk.jfr.Recording(jdk.jfr.Configuration.getConfiguration("profile")); rec.start();
        run(n);
        rec.dump(Path.of("/tmp/gwbuild/bench.jfr")); rec.close();
    }

    void run(int n) throws Exception {
        long base = ((Number) em.createNativeQuery("select coalesce(sum(event_seq),0) from claim_exchange").getSingleResult()).longValue();
        var stop = new AtomicBoolean();
        var partner = Thread.ofPlatform().start(() -> { while (!stop.get()) { try { if (!answerAll()) Thread.sleep(20);} catch (Exception e) { e.printStackTrace(); } } });
        var claims = new ArrayList<ClaimReleased>();
        for (int i = 0; i < n; i++) claims.add(aReleasedClaim().withLines(3).build());
        var os = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu0 = os.getProcessCpuTime(), pg0 = pgTicks(), t0 = System.nanoTime();
        try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", servers, "linger.ms", "5"), new StringSerializer(), new ByteArraySerializer())) {
            for (var c : claims) {
                var h = new EventHeaders(Ids.derived(c.aggregateId(), "e1"), EventCodec.wireType(c), "/claims-service", c.aggregateId(), Instant.now(), 1, Ids.derived("c"), Ids.derived(c.aggregateId(), "corr"), null);
                producer.send(new ProducerRecord<>("claim-events", Lane.of(c.aggregateId()), c.aggregateId().toString(), CODEC.encode(c), EventHeaders.fromLines(h.toLines())));
            }
            producer.flush();
        }
        long tq = 0, tt = 0; long lastLog = 0;
        while (true) {
            var row = (Object[]) em.createNativeQuery("select coalesce(sum(event_seq),0), count(*), (select count(*) from outbox) from claim_exchange").getSingleResult();
            long done = ((Number) row[0]).longValue() - base;
            if (System.nanoTime() - lastLog > 2_000_000_000L) { lastLog = System.nanoTime(); System.out.println("BENCH progress events=" + done + " claims=" + row[1] + " outbox=" + row[2] + " t=" + (System.nanoTime() - t0) / 1e9); }
            if (done >= 3L * n && ((Number) row[2]).longValue() == 0) break;
            Thread.sleep(100);
        }
        double sec = (System.nanoTime() - t0) / 1e9;
        System.out.printf("BENCH n=%d sec=%.1f rate=%.0f/s jvmCpu=%.2f ms/claim pgCpu=%.2f ms/claim%n", n, sec, n / sec, (os.getProcessCpuTime() - cpu0) / 1e6 / n, (pgTicks() - pg0) * 10.0 / n);
        stop.set(true); partner.join();
        System.out.println("BENCH status " + em.createNativeQuery("select status || ':' || count(*) from submission group by status").getResultList() + em.createNativeQuery("select status || ':' || count(*) from received_file group by status").getResultList());
    }

    boolean answerAll() throws Exception {
        boolean any = false;
        for (var f : exchange.outgoing()) {
            any = true;
            var text = Files.readString(f, StandardCharsets.US_ASCII);
            Files.createDirectories(exchange.outbox().resolve("taken"));
            Files.move(f, exchange.outbox().resolve("taken").resolve(f.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            var gs = find(text, "GS\\*HC\\*[^*]*\\*[^*]*\\*[^*]*\\*[^*]*\\*(\\d+)\\*");
            var set = find(text, "~ST\\*837\\*(\\d+)\\*");
            var bht = find(text, "~BHT\\*0019\\*00\\*([^*]+)\\*");
            var nums = new ArrayList<String>();
            var m = Pattern.compile("~CLM\\*([A-Z0-9]+)\\*").matcher(text);
            while (m.find()) nums.add(m.group(1));
            exchange.put("a" + (++number) + ".999", PayerFiles.ack999(gs, set, 'A'));
            exchange.put("b" + (++number) + ".277", PayerFiles.ack277("PR", bht, "QTY*90*" + nums.size() + "~AMT*YU*" + 375 * nums.size(), nums.stream().map(x -> PayerFiles.accepted(x, "ICN" + x)).toArray(String[]::new)));
            exchange.put("c" + (++number) + ".835", PayerFiles.remittance("TR" + number, "" + 300 * nums.size(), nums.stream().map(x -> paid3(x)).toArray(String[]::new)));
        }
        return any;
    }

    static String paid3(String x) {
        var s = "CLP*" + x + "*1*375*300**12*ICN" + x + "*11*1~NM1*QC*1*SAMPLE*PAT****MI*M10000000";
        for (int i = 1; i <= 3; i++) s += "~SVC*HC:99213*125*100**1~DTM*472*20261102~CAS*CO*45*25~REF*6R*" + x + "L" + i;
        return s;
    }

    static String find(String t, String re) { var m = Pattern.compile(re).matcher(t); if (!m.find()) throw new IllegalStateException(re); return m.group(1); }
}
