package io.openrcm.security.sealing.resealing;

import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Facilities;
import io.openrcm.security.sealing.BlindIndex;
import io.openrcm.security.sealing.FieldSealer;
import io.openrcm.security.sealing.Unsealable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Goes through one table and seals anew what is plain or under an older key. */
@ApplicationScoped
class ResealRows {

    private static final Logger LOG = Logger.getLogger(ResealRows.class);

    /**
     * What one pass found.
     *
     * @param stale rows that were not as they should be, whether they are now or not
     * @param failed those of them that could not be opened
     */
    record Pass(int stale, int failed) {}

    private final DataSource database;
    private final Acting acting;
    private final FieldSealer sealer;
    private final BlindIndex index;

    ResealRows(DataSource database, Acting acting, FieldSealer sealer, BlindIndex index) {
        this.database = database;
        this.acting = acting;
        this.sealer = sealer;
        this.index = index;
    }

    Pass pass(SealedTable table, Staleness staleness) {
        var rows = new StaleRows(table, staleness);
        int stale = 0;
        int failed = 0;
        @Nullable List<String> last = null;
        while (true) {
            var before = last;
            var batch = inTransaction(connection -> batch(connection, table, rows, before));
            stale += batch.stale();
            failed += batch.failed();
            last = batch.last();
            if (last == null) {
                return new Pass(stale, failed);
            }
        }
    }

    /** What was found; the last key is absent when nothing was. */
    private record Batch(int stale, int failed, @Nullable List<String> last) {}

    private Batch batch(Connection connection, SealedTable table, StaleRows rows, @Nullable List<String> last)
            throws SQLException {
        var found = rows.after(connection, last);
        if (found.isEmpty()) {
            return new Batch(0, 0, null);
        }
        var fresh = new ArrayList<FreshRow>(found.size());
        for (var row : found) {
            try {
                fresh.add(anew(table, row));
            } catch (Unsealable unsealable) {
                LOG.error(unsealable.getMessage());
            }
        }
        // What was changed meanwhile is looked at in the next pass.
        var _ = rows.write(connection, fresh);
        return new Batch(
                found.size(), found.size() - fresh.size(), found.getLast().key());
    }

    private FreshRow anew(SealedTable table, StaleRow row) {
        var opened = new ArrayList<byte @Nullable []>();
        var sealed = new ArrayList<byte @Nullable []>();
        for (int i = 0; i < table.sealed().size(); i++) {
            var field = table.field(table.sealed().get(i));
            var bytes = row.sealed().get(i);
            var plain = bytes == null || !FieldSealer.isSealed(bytes) ? bytes : sealer.open(field, row.id(), bytes);
            opened.add(plain);
            sealed.add(plain == null ? null : sealer.seal(field, row.id(), plain));
        }
        return new FreshRow(row, sealed, indexes(table, opened));
    }

    private List<byte @Nullable []> indexes(SealedTable table, List<byte @Nullable []> opened) {
        var indexing = table.indexing();
        var plain = indexing == null ? null : opened.get(table.sealed().indexOf(indexing.source()));
        if (indexing == null || plain == null) {
            return List.of();
        }
        var indexes = new ArrayList<byte @Nullable []>();
        for (var identifier : indexing.values().apply(plain)) {
            indexes.add(identifier == null ? null : index.of(identifier.kind(), identifier.value()));
        }
        return indexes;
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        return acting.asService(
                Facilities.ALL,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    try (var connection = database.getConnection()) {
                        return work.in(connection);
                    }
                }));
    }
}
