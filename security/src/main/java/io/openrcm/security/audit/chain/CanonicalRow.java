package io.openrcm.security.audit.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit trail as the chain sees it. The columns, their order and their encoding are for ever: years later the same row must
 * give the same bytes.
 *
 * @param content every column but the id
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record CanonicalRow(long id, byte[] content) {

    /** To be selected from {@code audit_record r}, for {@link #read}. */
    public static final String COLUMNS = """
            r.id, r.at, r.actor_kind, r.actor_id, r.actor_name, r.roles, r.facilities, r.purpose, r.emergency, r.action, r.what,
            r.object_ids, r.matched, r.asked_for, r.outcome, r.problem, r.source, r.correlation_id, r.request_id""";

    /** Reads {@link #COLUMNS}, the first of which has this index. */
    public static CanonicalRow read(ResultSet row, int first) throws SQLException {
        int column = first;
        long id = row.getLong(column++);
        var bytes = new CanonicalBytes();
        bytes.number(micros(row.getObject(column++, OffsetDateTime.class)));
        bytes.text(row.getString(column++));
        bytes.text(row.getString(column++));
        bytes.text(row.getString(column++));
        bytes.texts(texts(row, column++));
        bytes.texts(texts(row, column++));
        bytes.text(row.getString(column++));
        bytes.id(row.getObject(column++, UUID.class));
        bytes.text(row.getString(column++));
        bytes.text(row.getString(column++));
        bytes.texts(texts(row, column++));
        bytes.number(number(row, column++));
        bytes.text(row.getString(column++));
        bytes.text(row.getString(column++));
        bytes.text(row.getString(column++));
        bytes.text(row.getString(column++));
        bytes.id(row.getObject(column++, UUID.class));
        bytes.id(row.getObject(column, UUID.class));
        return new CanonicalRow(id, bytes.toBytes());
    }

    /** The same content under another id. */
    public CanonicalRow as(long otherId) {
        return new CanonicalRow(otherId, content);
    }

    /** Since 1970. A time without end, which nobody wrote, overflows to some number or other, always the same. */
    private static @Nullable Long micros(@Nullable OffsetDateTime at) {
        return at == null
                ? null
                : TimeUnit.SECONDS.toMicros(at.toEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(at.getNano());
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private static @Nullable String @Nullable [] texts(ResultSet row, int column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? null : (String[]) array.getArray();
    }
}
