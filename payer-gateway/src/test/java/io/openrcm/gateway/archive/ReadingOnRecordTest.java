package io.openrcm.gateway.archive;

import static io.openrcm.gateway.PayerFiles.paid;
import static io.openrcm.gateway.PayerFiles.remittance;
import static io.openrcm.gateway.ReleasedClaimFixture.aReleasedClaim;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.gateway.Exchange;
import io.openrcm.gateway.GatewayTest;
import io.openrcm.security.identity.TestDatabase;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class ReadingOnRecordTest {

    @Inject
    Exchange exchange;

    private byte[] file;

    @BeforeEach
    void anAnswerIsComing() {
        exchange.transmit();
        var claim = aReleasedClaim().of("LAKESIDE").build();
        var number = claim.content().number().value();
        assertThat(exchange.send(claim).file()).exists();
        file = remittance("R" + number, "100", paid(number, "100", "25"));
    }

    @Test
    void aFileIsOnRecordAsReadWithItsEnd() {
        var read = exchange.answer(file);

        assertThat(read.getString("status")).isEqualTo("INTERPRETED");
        assertThat(readings(read.getString("id"))).containsExactly("SUCCESS");
    }

    @Test
    void aFileOnWhichReadingFailsIsOnRecordToo() {
        TestDatabase.run(
                "create function fail_here() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$");
        TestDatabase.run("create trigger fail_here before insert on received_set execute function fail_here()");
        try {
            var read = exchange.answer(file);

            assertThat(read.getString("status")).isEqualTo("QUARANTINED");
            assertThat(readings(read.getString("id"))).containsExactly("FAILED GenericJDBCException/P0001", "SUCCESS");
        } finally {
            TestDatabase.run("drop function fail_here cascade");
        }
    }

    private static List<String> readings(String file) {
        return TestDatabase.column("select concat_ws(' ', outcome, problem) from audit_record"
                + " where action = 'READ' and what = 'received-file' and actor_kind = 'SERVICE'"
                + " and object_ids = array['" + file + "'] order by id");
    }
}
