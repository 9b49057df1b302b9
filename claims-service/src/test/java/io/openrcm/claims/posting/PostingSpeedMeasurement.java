package io.openrcm.claims.posting;

import static io.openrcm.claims.posting.adjudication.RemitFixture.*;

import io.openrcm.claims.posting.adjudication.RemitFixture;
import io.openrcm.events.*;
import io.openrcm.events.payer.PayerEvent;
import io.openrcm.events.payer.PayerEvent.*;
import io.openrcm.events.payer.Payment;
import io.openrcm.servers.RealServersTestResource;
import io.quarkus.test.common.*;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.*;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealServersTestResource.class, scope = TestResourceScope.GLOBAL, initArgs = @ResourceArg(name = "database", value = "claims"))
class PostingSpeedMeasurement {
    @Inject SubmittedClaims claims;
    @Inject jakarta.persistence.EntityManager em;

    @Test
    void measure() {
        var lines = List.of(line("L1", "99283", 10000), line("L2", "71046", 5000), line("L3", "36415", 1500));
        int batches = 24;
        for (int b = 0; b < batches; b++) {
            int bb = b;
            var ids = new ArrayList<ClaimId>();
            io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().run(() -> {
                for (int i = 0; i < 500; i++) {
                    ids.add(claims.submit("S" + bb + "X" + i + "Z", lines, PRIMARY));
                }
            });
            var messages = new ArrayList<io.openrcm.events.delivery.Message<PayerEvent>>();
            int n = 0;
            Payment payment = null;
            for (var id : ids) {
                if (n++ % 100 == 0) {
                    var t = UUID.randomUUID().toString();
                    payment = new Payment(new RemittanceId(Ids.derived(t)), PRIMARY, t, "1999999999", PAID_ON, Money.of("132.00"));
                }
                var r = remitted(answer(lines.get(0), "CO-45:2000"), answer(lines.get(1), "CO-45:1000"), answer(lines.get(2), "CO-45:300"));
                messages.addAll(SubmittedClaims.messages(1, new ClaimRemitted(id, payment, n, r)));
            }
            long t0 = System.nanoTime();
            claims.hear(messages);
            long ms = (System.nanoTime() - t0) / 1_000_000;
            System.out.println("SPEED batch " + b + " " + ms + " ms = " + (500_000 / Math.max(1, ms)) + " claims/s");
        }
    }
}
