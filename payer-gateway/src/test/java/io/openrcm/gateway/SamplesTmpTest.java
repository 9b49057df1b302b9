package io.openrcm.gateway;

import static io.restassured.RestAssured.given;
import java.nio.file.*;
import java.util.*;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@GatewayTest
class SamplesTmpTest {
    @Inject Exchange exchange;
    @Test void all() throws Exception {
        var tally = new TreeMap<String,Integer>();
        try (var s = Files.walk(Path.of("/work/shared/data/x12"))) {
            for (var f : s.filter(Files::isRegularFile).filter(p -> !p.toString().matches(".*(csv|md)$")).sorted().toList()) {
                var r = given().contentType("application/octet-stream").header("File-Name", "s").body(Files.readAllBytes(f)).post("/trading-partners/RIVERCH/files");
                exchange.takeIn(); 
                var v = given().get("/received-files/" + r.jsonPath().getString("id")).jsonPath();
                var k = f.getParent().getFileName() + " " + v.getString("status") + " " + v.getString("error.code") + " " + new TreeSet<>(v.getList("sets.outcome", String.class));
                tally.merge(k, 1, Integer::sum);
                if (String.valueOf(v.getString("error.code")).equals("NOT_INTERPRETED")) System.out.println("SAMPLE BAD " + f);
            }
        }
        tally.forEach((k, v) -> System.out.println("SAMPLE " + v + " " + k));
    }
}
