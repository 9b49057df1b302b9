package io.openrcm.coding.codebook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The stored code sets. A release has up to 80,000 rows, so this speaks JDBC in batches rather than through entities. */
@ApplicationScoped
public class Codes {

    private static final int BATCH = 1_000;

    private final EntityManager entities;

    public Codes(EntityManager entities) {
        this.entities = entities;
    }

    /** The number of the newest release; a change of it means that {@link #table} would answer otherwise. */
    @Transactional
    public long newestRelease() {
        return ((Number) entities.createNativeQuery("select coalesce(max(id), 0) from code_release")
                        .getSingleResult())
                .longValue();
    }

    /** Everything, for keeping in memory. */
    @Transactional
    public CodeTable table() {
        Map<CodeSystem, List<KnownCode>> periods = new EnumMap<>(CodeSystem.class);
        for (CodeSystem system : CodeSystem.values()) {
            periods.put(system, periods("system = ?", system));
        }
        Map<CodeSystem, LocalDate> completeFrom = new EnumMap<>(CodeSystem.class);
        for (CodeRelease release : releases()) {
            if (release.isComplete()) {
                var _ = completeFrom.merge(
                        CodeSystem.labelled(release.system()).orElseThrow(), release.validFrom(), Codes::earlier);
            }
        }
        return CodeTable.of(periods, completeFrom);
    }

    @Transactional(TxType.MANDATORY)
    public List<KnownCode> open(CodeSystem system) {
        return periods("system = ? and valid_to is null", system);
    }

    /** All releases ever loaded, oldest first. */
    @Transactional
    public List<CodeRelease> releases() {
        return inSession(connection -> {
            List<CodeRelease> releases = new ArrayList<>();
            try (var query = connection.prepareStatement(
                            "select system, valid_from, complete, codes, loaded_at from code_release order by id");
                    var rows = query.executeQuery()) {
                while (rows.next()) {
                    releases.add(new CodeRelease(
                            rows.getString(1),
                            rows.getObject(2, LocalDate.class),
                            rows.getBoolean(3),
                            rows.getInt(4),
                            rows.getObject(5, OffsetDateTime.class).toInstant()));
                }
            }
            return releases;
        });
    }

    /** Two loads of one system must not interleave. */
    @Transactional(TxType.MANDATORY)
    public void lock(CodeSystem system) {
        var _ = entities.createNativeQuery("select cast(pg_advisory_xact_lock(hashtext(?1)) as text)")
                .setParameter(1, "codebook/" + system.label())
                .getSingleResult();
    }

    @Transactional(TxType.MANDATORY)
    public void apply(CodeSystem system, ReleaseChange change) {
        String key = " where system = ? and code = ? and valid_from = ?";
        batch("delete from code" + key, change.withdrawn(), (row, known) -> {
            row.setString(1, system.label());
            row.setString(2, known.code());
            row.setObject(3, known.validFrom());
        });
        batch("update code set valid_to = ?" + key, change.ended(), (row, known) -> {
            row.setObject(1, known.validTo());
            row.setString(2, system.label());
            row.setString(3, known.code());
            row.setObject(4, known.validFrom());
        });
        batch(
                "insert into code(system, code, valid_from, valid_to, billable, title) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (system, code, valid_from) do update"
                        + " set valid_to = excluded.valid_to, billable = excluded.billable, title = excluded.title",
                change.begun(),
                (row, listed) -> {
                    row.setString(1, system.label());
                    row.setString(2, listed.code());
                    row.setObject(3, listed.validFrom());
                    row.setObject(4, date(listed.validTo()));
                    row.setBoolean(5, listed.isBillable());
                    row.setString(6, listed.title());
                });
    }

    @Transactional(TxType.MANDATORY)
    public void add(CodeRelease release) {
        var _ = entities.createNativeQuery(
                        "insert into code_release(system, valid_from, complete, codes, loaded_at) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, release.system())
                .setParameter(2, release.validFrom())
                .setParameter(3, release.isComplete())
                .setParameter(4, release.codes())
                .setParameter(5, release.loadedAt().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private List<KnownCode> periods(String condition, CodeSystem system) {
        return inSession(connection -> {
            List<KnownCode> periods = new ArrayList<>();
            try (var query = connection.prepareStatement(
                    "select code, billable, valid_from, valid_to from code where " + condition)) {
                query.setString(1, system.label());
                query.setFetchSize(BATCH);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        periods.add(new KnownCode(
                                rows.getString(1),
                                rows.getBoolean(2),
                                rows.getObject(3, LocalDate.class),
                                rows.getObject(4, LocalDate.class)));
                    }
                }
            }
            return periods;
        });
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static @Nullable Date date(@Nullable LocalDate date) {
        return date == null ? null : Date.valueOf(date);
    }

    private interface RowWriter<T> {
        void set(PreparedStatement row, T value) throws SQLException;
    }

    private <T> void batch(String statement, List<T> values, RowWriter<T> writer) {
        var _ = inSession(connection -> {
            try (var row = connection.prepareStatement(statement)) {
                for (int i = 0; i < values.size(); i++) {
                    writer.set(row, values.get(i));
                    row.addBatch();
                    if (i % BATCH == BATCH - 1 || i == values.size() - 1) {
                        var _ = row.executeBatch();
                    }
                }
            }
            return values.size();
        });
    }

    private interface SessionWork<R> {
        R with(Connection connection) throws SQLException;
    }

    private <R> R inSession(SessionWork<R> work) {
        return entities.unwrap(Session.class).doReturningWork(work::with);
    }
}
