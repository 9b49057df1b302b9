package io.openrcm.security.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.security.audit.TrailFixture;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanonicalRowTest {

    private static final int TRIES = 20_000;

    /** Short, so that they are equal often when they are put together in another way. */
    private static final @Nullable String[] PIECES = {null, "", "a", "b", "ab", "\0", "{}", "NULL", "é", ","};

    private final Random random = new Random(3);

    @Test
    void theSameRowGivesTheSameHashForEver() throws SQLException, IOException {
        try (var trail = new TrailFixture();
                var connection = trail.asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into audit_record overriding system value values
                    (5, '2026-03-02 11:15:30.123456+01', 'PERSON', '7c1e', 'a.biller', '{biller,part2}', '{LAKESIDE}', 'HPAYMT',
                     null, 'READ', 'claim', '{CLM1,"CLM 2"}', null, '', 'SUCCESS', null, '192.0.2.17',
                     '00000000-0000-4000-8000-000000000002', null)""");
            try (var row = statement.executeQuery("select " + CanonicalRow.COLUMNS + " from audit_record r")) {
                assertThat(row.next()).isTrue();

                var hash = new Chain().next(Chain.beginning(), CanonicalRow.read(row, 1));

                assertThat(HexFormat.of().formatHex(hash))
                        .isEqualTo("f35fcf32c31dd7ed5fd2b14cb7654926cfaa61ef4aad52792a2d69974c69de9f");
            }
        }
    }

    @Test
    void noTwoRowsAreTheSameBytes() {
        var seen = new HashMap<String, String>();
        for (int i = 0; i < TRIES; i++) {
            var bytes = new CanonicalBytes();
            var values = new StringBuilder();
            values.append(addText(bytes))
                    .append(addTexts(bytes))
                    .append(addTexts(bytes))
                    .append(addText(bytes));
            var known = seen.put(HexFormat.of().formatHex(bytes.toBytes()), values.toString());
            assertThat(known).isIn(null, values.toString());
        }
        assertThat(seen).hasSizeGreaterThan(TRIES / 10);
    }

    @Test
    void numbersAndIdsAreToldFromTheirAbsence() {
        assertThat(bytes(null, null)).isNotEqualTo(bytes(0L, null)).isNotEqualTo(bytes(null, new UUID(0, 0)));
        assertThat(bytes(0L, null)).isNotEqualTo(bytes(null, new UUID(0, 0)));
        assertThat(bytes(1L, new UUID(2, 3))).isNotEqualTo(bytes(1L, new UUID(3, 2)));
    }

    @Test
    void aLongValueIsKeptWhole() {
        var one = new CanonicalBytes();
        one.text("x".repeat(5_000));
        var other = new CanonicalBytes();
        other.text("x".repeat(4_999) + "y");

        assertThat(one.toBytes()).hasSize(5_004).isNotEqualTo(other.toBytes());
    }

    private static byte[] bytes(@Nullable Long number, @Nullable UUID id) {
        var bytes = new CanonicalBytes();
        bytes.number(number);
        bytes.id(id);
        return bytes.toBytes();
    }

    /** Returns the value as a text that tells it from every other. */
    private String addText(CanonicalBytes bytes) {
        var piece = PIECES[random.nextInt(PIECES.length)];
        bytes.text(piece);
        return piece == null ? "-;" : "'" + piece + "';";
    }

    private String addTexts(CanonicalBytes bytes) {
        var pieces = new String[random.nextInt(4)];
        Arrays.setAll(pieces, i -> PIECES[random.nextInt(PIECES.length)]);
        bytes.texts(pieces);
        return Arrays.toString(Arrays.stream(pieces)
                .map(piece -> piece == null ? "-" : "'" + piece + "'")
                .toArray());
    }
}
