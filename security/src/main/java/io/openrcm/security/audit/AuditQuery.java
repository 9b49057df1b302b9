package io.openrcm.security.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Looks into the audit trail, as far as the caller's facilities go. That this was done is the caller's to put on record. */
@ApplicationScoped
public class AuditQuery {

    private static final String SELECT = "select " + AuditTable.COLUMNS + " from audit_record where true";

    private final DataSource database;

    AuditQuery(DataSource database) {
        this.database = database;
    }

    /**
     * The latest first.
     *
     * @param before the id of the last row of the page before
     * @param limit at most so many rows
     */
    @Transactional
    public List<AuditRow> find(AuditFilter filter, @Nullable Long before, int limit) {
        var sql = new StringBuilder(SELECT);
        var values = new ArrayList<Object>();
        restrict(sql, values, " and id in (select audit_records_about(?))", filter.objectId());
        restrict(sql, values, " and actor_id = ?", filter.actorId());
        restrict(sql, values, " and what = ?", filter.what());
        restrict(sql, values, " and action = ?", name(filter.action()));
        restrict(sql, values, " and outcome = ?", name(filter.outcome()));
        restrict(sql, values, " and at >= ?", moment(filter.from()));
        restrict(sql, values, " and at <= ?", moment(filter.through()));
        restrict(sql, values, " and correlation_id = ?", filter.correlationId());
        restrict(sql, values, " and id < ?", before);
        restrict(sql, values, " order by id desc limit ?", limit);
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            try (var found = select.executeQuery()) {
                return AuditTable.rows(found);
            }
        } catch (SQLException failed) {
            throw new AuditTrail.AuditUnavailable(failed);
        }
    }

    private static void restrict(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable Object moment(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
