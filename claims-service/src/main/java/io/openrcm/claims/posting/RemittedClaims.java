package io.openrcm.claims.posting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrcm.claims.ledger.Rows;
import io.openrcm.claims.posting.adjudication.Adjudication;
import io.openrcm.claims.posting.adjudication.Adjudication.Disposition;
import io.openrcm.claims.posting.adjudication.Adjudication.Source;
import io.openrcm.claims.posting.adjudication.ContentKey;
import io.openrcm.claims.posting.adjudication.LineAdjudication;
import io.openrcm.claims.posting.adjudication.LineStatus;
import io.openrcm.events.ClaimId;
import io.openrcm.events.FacilityId;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.RemittanceId;
import io.openrcm.events.payer.Adjustment;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables of decisions that were taken in: read and written for a whole batch at a time. */
final class RemittedClaims {

    private static final TypeReference<List<Adjustment>> ADJUSTMENTS = new TypeReference<>() {};

    private final ObjectMapper json;

    RemittedClaims(ObjectMapper json) {
        this.json = json;
    }

    /** Every decision on these claims, oldest first. */
    Map<UUID, List<Adjudication>> ofClaims(Connection connection, Collection<UUID> claims) throws SQLException {
        var lines = lines(connection, claims);
        var found = new HashMap<UUID, List<Adjudication>>();
        try (var select = connection.prepareStatement("""
                select id, content, amounts, remittance_id, sequence, payer, paid_on, claim_id, version, seq, rank, moves_to,
                  disposition, reverses, billed_cents, paid_cents
                from remitted_claim where claim_id = any(?) order by claim_id, seq""")) {
            Rows.setUuids(select, 1, claims);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var id = row.getObject(1, UUID.class);
                    found.computeIfAbsent(row.getObject(8, UUID.class), _ -> new ArrayList<>())
                            .add(adjudication(row, id, lines.getOrDefault(id, List.of())));
                }
            }
        }
        return found;
    }

    /** Which of these were taken in before, of whatever claim. */
    List<UUID> known(Connection connection, Collection<UUID> ids) throws SQLException {
        var known = new ArrayList<UUID>();
        try (var select = connection.prepareStatement("select id from remitted_claim where id = any(?)")) {
            Rows.setUuids(select, 1, ids);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    known.add(row.getObject(1, UUID.class));
                }
            }
        }
        return known;
    }

    private Map<UUID, List<LineAdjudication>> lines(Connection connection, Collection<UUID> claims)
            throws SQLException {
        var lines = new HashMap<UUID, List<LineAdjudication>>();
        try (var select = connection.prepareStatement("""
                select l.remitted_claim_id, l.control_number, l.status, l.billed_cents, l.paid_cents, l.contractual_cents,
                  l.other_cents, l.moved_cents, l.prior_cents, l.denied_cents, l.adjustments, l.remarks
                from line_adjudication l join remitted_claim c on c.id = l.remitted_claim_id
                where c.claim_id = any(?) order by l.remitted_claim_id, l.line""")) {
            Rows.setUuids(select, 1, claims);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    lines.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(line(row));
                }
            }
        }
        return lines;
    }

    private static Adjudication adjudication(ResultSet row, UUID id, List<LineAdjudication> lines) throws SQLException {
        return new Adjudication(
                new ContentKey(id, row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
                new Source(
                        new RemittanceId(row.getObject(4, UUID.class)),
                        row.getInt(5),
                        new PayerId(row.getString(6)),
                        row.getObject(7, LocalDate.class)),
                new ClaimId(row.getObject(8, UUID.class)),
                row.getInt(9),
                row.getLong(10),
                row.getInt(11),
                row.getInt(12),
                Disposition.valueOf(row.getString(13)),
                row.getObject(14, UUID.class),
                money(row, 15),
                money(row, 16),
                lines);
    }

    private LineAdjudication line(ResultSet row) throws SQLException {
        var remarks = row.getString(12);
        try {
            return new LineAdjudication(
                    row.getString(2),
                    LineStatus.valueOf(row.getString(3)),
                    money(row, 4),
                    money(row, 5),
                    money(row, 6),
                    money(row, 7),
                    money(row, 8),
                    money(row, 9),
                    money(row, 10),
                    json.readValue(row.getString(11), ADJUSTMENTS),
                    remarks.isEmpty() ? List.of() : List.of(remarks.split(" ")));
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void insert(Connection connection, List<TakenClaim> taken, Instant now) throws SQLException {
        var claims = Rows.of(
                "uuid",
                "text",
                "uuid",
                "int4",
                "uuid",
                "text",
                "int4",
                "int8",
                "text",
                "date",
                "int2",
                "int2",
                "uuid",
                "uuid",
                "text",
                "uuid",
                "int8",
                "int8",
                "timestamptz");
        var lines = Rows.of(
                "uuid", "text", "int2", "text", "text", "int8", "int8", "int8", "int8", "int8", "int8", "int8", "text",
                "text");
        for (TakenClaim one : taken) {
            add(claims, one, now);
            int number = 0;
            for (LineAdjudication line : one.adjudication().lines()) {
                add(lines, one, ++number, line);
            }
        }
        claims.run(connection, """
                insert into remitted_claim (id, facility, remittance_id, sequence, claim_id, claim_number, version, seq, payer,
                  paid_on, rank, moves_to, content, amounts, disposition, reverses, billed_cents, paid_cents, taken_in_at)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
        lines.run(connection, """
                insert into line_adjudication (remitted_claim_id, facility, line, control_number, status, billed_cents, paid_cents,
                  contractual_cents, other_cents, moved_cents, prior_cents, denied_cents, adjustments, remarks)
                select id, facility, line, number, status, billed, paid, contractual, other, moved, prior, denied,
                  adjustments::jsonb, remarks
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as new
                  (id, facility, line, number, status, billed, paid, contractual, other, moved, prior, denied, adjustments, remarks)""");
    }

    private static void add(Rows rows, TakenClaim one, Instant now) {
        var taken = one.adjudication();
        var claim = taken.claim();
        rows.add(
                taken.id(),
                one.facilityId(),
                taken.source().remittance().value(),
                taken.source().sequence(),
                claim == null ? null : claim.value(),
                one.claimNumber(),
                taken.version(),
                taken.seq(),
                taken.source().payer().value(),
                taken.source().paidOn(),
                taken.rank(),
                taken.movesTo(),
                taken.key().content(),
                taken.key().amounts(),
                taken.disposition().name(),
                taken.reverses(),
                taken.billed().cents(),
                taken.paid().cents(),
                now);
    }

    private void add(Rows rows, TakenClaim one, int number, LineAdjudication line) {
        try {
            rows.add(
                    one.adjudication().id(),
                    one.facilityId(),
                    number,
                    line.controlNumber(),
                    line.status().name(),
                    line.billed().cents(),
                    line.paid().cents(),
                    line.contractual().cents(),
                    line.other().cents(),
                    line.moved().cents(),
                    line.prior().cents(),
                    line.denied().cents(),
                    json.writeValueAsString(line.adjustments()),
                    String.join(" ", line.remarks()));
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Money money(ResultSet row, int column) throws SQLException {
        return Money.ofCents(row.getLong(column));
    }

    /**
     * A decision as it will be kept.
     *
     * @param claimNumber as the payer echoed it
     * @param facility of the claim; absent where the claim number is none of ours
     */
    record TakenClaim(
            Adjudication adjudication,
            String claimNumber,
            @Nullable FacilityId facility) {

        @Nullable
        String facilityId() {
            return facility == null ? null : facility.value();
        }
    }
}
