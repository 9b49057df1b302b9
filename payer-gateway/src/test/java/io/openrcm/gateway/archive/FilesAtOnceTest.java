package io.openrcm.gateway.archive;

import static io.openrcm.gateway.PayerFiles.paid;
import static io.openrcm.gateway.PayerFiles.remittance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openrcm.gateway.Exchange;
import io.openrcm.gateway.GatewayTest;
import io.openrcm.gateway.adapter.WatchInboxes;
import io.openrcm.gateway.reading.InterpretFiles;
import io.openrcm.gateway.rounds.Pace;
import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Facilities;
import io.openrcm.security.identity.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@GatewayTest
class FilesAtOnceTest {

    private static final int LOCK = 4_711;

    @Inject
    Exchange exchange;

    @Inject
    WatchInboxes watchInboxes;

    @Inject
    InterpretFiles interpretFiles;

    @Inject
    ReceivedFiles files;

    @Inject
    Acting acting;

    @Test
    void manyFilesAreEachKeptOnceAndReadInTheOrderOfTheirNames() {
        var names = IntStream.range(0, 60).mapToObj("many-%03d.835"::formatted).toList();
        byte[] seventh = {};
        for (String name : names) {
            var file = remittance("M" + name.substring(5, 8), "100", paid("NOTOURS1", "100", "25"));
            seventh = name.equals("many-007.835") ? file : seventh;
            exchange.put(name, file);
        }
        exchange.put("many-007.835.again", seventh);

        assertThat(watchInboxes.go()).isEqualTo(Pace.IDLE);
        assertThat(IntStream.range(0, 3).mapToObj(_ -> interpretFiles.go()))
                .containsExactly(Pace.MORE, Pace.MORE, Pace.IDLE);

        assertThat(TestDatabase.column("select name from received_file where name like 'many-%.835' order by position"))
                .isEqualTo(names);
        assertThat(TestDatabase.column("select distinct status from received_file where name like 'many-%.835'"))
                .containsExactly("INTERPRETED");
        assertThat(exchange.received("many-007.835.again").getString("status")).isEqualTo("DUPLICATE");
        assertThat(exchange.received("many-007.835.again").getString("duplicateOf"))
                .isEqualTo(exchange.received("many-007.835").getString("id"));
        assertThat(exchange.inbox().resolve("taken/many-059.835")).exists();
    }

    @Test
    void eachIsOnRecordAsKept() {
        put("record");

        exchange.takeIn();

        for (int i = 1; i <= 3; i++) {
            var id = exchange.received("record-" + i + ".835").getString("id");
            assertThat(TestDatabase.column(
                            "select action from audit_record where what = 'received-file' and actor_kind = 'SERVICE'"
                                    + " and object_ids @> array['" + id + "'] order by id"))
                    .containsExactly("CREATE", "READ");
        }
    }

    @Test
    void oneThatCannotBeKeptDoesNotHoldUpTheOthers() {
        TestDatabase.run("create function fail_here() returns trigger language plpgsql as"
                + " $$ begin if new.name = 'held-2.835' then raise exception 'no'; end if; return new; end $$");
        TestDatabase.run(
                "create trigger fail_here before insert on received_file for each row execute function fail_here()");
        put("held");
        try {
            assertThat(watchInboxes.go()).isEqualTo(Pace.TROUBLED);
        } finally {
            TestDatabase.run("drop function fail_here cascade");
        }

        assertThat(statuses("held")).containsExactly("held-1.835 RECEIVED", "held-3.835 RECEIVED");
        assertThat(exchange.inbox().resolve("held-2.835")).exists();
        exchange.takeIn();
        assertThat(statuses("held"))
                .containsExactly("held-1.835 INTERPRETED", "held-3.835 INTERPRETED", "held-2.835 INTERPRETED");
    }

    @Test
    void whatHasChangedSinceItWasReadStaysAndIsKeptAsWell() throws Exception {
        TestDatabase.run("create function wait_here() returns trigger language plpgsql as $$ begin"
                + " if new.name = 'changed.835' then perform pg_advisory_xact_lock(" + LOCK
                + "); end if; return new; end $$");
        TestDatabase.run(
                "create trigger wait_here before insert on received_file for each row execute function wait_here()");
        var later = remittance("CHANGEDLATER", "100", paid("NOTOURS1", "100", "25"));
        try (var holder = TestDatabase.everything().getConnection();
                var statement = holder.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            exchange.put("changed.835", remittance("CHANGED", "100", paid("NOTOURS1", "100", "25")));
            var keeping = CompletableFuture.supplyAsync(watchInboxes::go);
            await().until(() -> !TestDatabase.column(
                            "select 1 from pg_locks where objid = " + LOCK + " and not granted")
                    .isEmpty());
            exchange.put("changed.835", later);
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");

            assertThat(keeping.get(20, TimeUnit.SECONDS)).isEqualTo(Pace.IDLE);
        } finally {
            TestDatabase.run("drop function wait_here cascade");
        }

        assertThat(exchange.inbox().resolve("changed.835")).hasBinaryContent(later);
        exchange.takeIn();
        assertThat(TestDatabase.column("select status from received_file where name = 'changed.835'"))
                .containsExactly("INTERPRETED", "INTERPRETED");
        assertThat(exchange.inbox().resolve("taken/changed.835")).hasBinaryContent(later);
    }

    @Test
    void oneWhoseBytesCannotBeFetchedDoesNotHoldUpTheOthers() {
        put("torn");
        assertThat(watchInboxes.go()).isEqualTo(Pace.IDLE);
        TestDatabase.run(
                "create policy fail_here on received_content as restrictive for select to openrcm_worker using"
                        + " (1 / (case when file_id = (select id from received_file where name = 'torn-2.835') then 0 else 1 end) = 1)");
        try {
            exchange.takeIn();
        } finally {
            TestDatabase.run("drop policy fail_here on received_content");
        }

        assertThat(statuses("torn"))
                .containsExactly("torn-1.835 INTERPRETED", "torn-2.835 QUARANTINED", "torn-3.835 INTERPRETED");
        assertThat(exchange.received("torn-2.835").getString("error.code")).isEqualTo("NOT_INTERPRETED");
    }

    @Test
    void noneIsFetchedAfterSoManyBytesThatAreToBeRead() {
        put("large");
        assertThat(watchInboxes.go()).isEqualTo(Pace.IDLE);

        assertThat(unread(1)).isEqualTo(1);
        assertThat(unread(1_000)).isEqualTo(2);
        assertThat(unread(1_000_000)).isEqualTo(3);
        exchange.takeIn();
        assertThat(unread(1)).isZero();
    }

    @Test
    void noOtherOneIsKeptOrReadAtOnceAfterFourMebibytes() {
        for (int i = 1; i <= 3; i++) {
            var file = remittance("HUGE" + i, "100", paid("NOTOURS1", "100", "25"));
            var padded = Arrays.copyOf(file, 5 << 19);
            Arrays.fill(padded, file.length, padded.length, (byte) '\n');
            exchange.put("huge-" + i + ".835", padded);
        }

        exchange.takeIn();

        assertThat(statuses("huge"))
                .containsExactly("huge-1.835 INTERPRETED", "huge-2.835 INTERPRETED", "huge-3.835 RECEIVED");
        assertThat(TestDatabase.column("select cardinality(object_ids) from audit_record where action = 'CREATE'"
                        + " and what = 'received-file' and object_ids && (select array_agg(id::text) from received_file"
                        + " where name like 'huge-%') order by id"))
                .containsExactly("2", "1");
        exchange.takeIn();
        assertThat(statuses("huge")).contains("huge-3.835 INTERPRETED");
    }

    /** Each has some six hundred bytes. */
    private void put(String name) {
        for (int i = 1; i <= 3; i++) {
            exchange.put(name + "-" + i + ".835", remittance(name + i, "100", paid("NOTOURS1", "100", "25")));
        }
    }

    private int unread(long bytes) {
        return acting.asService(
                Facilities.ALL,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> files.unread(10, bytes).size()));
    }

    private static List<String> statuses(String name) {
        return TestDatabase.column(
                "select name || ' ' || status from received_file where name like '" + name + "-%' order by position");
    }
}
