package io.openrcm.security.sealing.resealing;

import io.openrcm.security.sealing.BlindIndex.Kind;
import io.openrcm.security.sealing.Field;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are sealed. A service tells of its own by producing beans of this type; what is not told is not sealed anew when keys
 * change.
 *
 * @param key the primary key, by whose values each seal is bound to its row
 * @param sealed names of the sealed columns
 * @param indexing where the table has columns by which it is looked up
 * @param rowsAtOnce in one transaction; few where contents are large
 */
public record SealedTable(
        String name,
        List<KeyColumn> key,
        List<String> sealed,
        @Nullable Indexing indexing,
        int rowsAtOnce) {

    private static final int USUAL_ROWS = 200;

    public SealedTable {
        key = List.copyOf(key);
        sealed = List.copyOf(sealed);
        var columns = Stream.concat(sealed.stream(), key.stream().map(KeyColumn::name));
        var names = indexing == null ? columns : Stream.concat(columns, indexing.columns().stream());
        // They become part of statements.
        names.forEach(column -> {
            var _ = new Field(name, column);
        });
    }

    /** A table with a UUID as its key. */
    public static SealedTable of(String name, String key, String... sealed) {
        return new SealedTable(name, List.of(new KeyColumn(key, KeyType.UUID)), List.of(sealed), null, USUAL_ROWS);
    }

    /** A table of what belongs to a UUID and has a number there. */
    public static SealedTable numbered(String name, String key, String number, String sealed) {
        var columns = List.of(new KeyColumn(key, KeyType.UUID), new KeyColumn(number, KeyType.INTEGER));
        return new SealedTable(name, columns, List.of(sealed), null, USUAL_ROWS);
    }

    public SealedTable indexed(Indexing by) {
        return new SealedTable(name, key, sealed, by, rowsAtOnce);
    }

    public SealedTable rowsAtOnce(int most) {
        return new SealedTable(name, key, sealed, indexing, most);
    }

    List<String> indexes() {
        return indexing == null ? List.of() : indexing.columns();
    }

    Field field(String column) {
        return new Field(name, column);
    }

    /** A column of the primary key. */
    public record KeyColumn(String name, KeyType type) {}

    /** What keys are made of. */
    public enum KeyType {
        UUID,
        INTEGER
    }

    /**
     * Columns by which rows are found although their content is sealed.
     *
     * @param source the sealed column whose content says the values
     * @param values for each column what it is found by, null where there is nothing
     */
    public record Indexing(String source, List<String> columns, Function<byte[], List<@Nullable Identifier>> values) {

        public Indexing {
            columns = List.copyOf(columns);
        }
    }

    /** What a row is found by. */
    public record Identifier(Kind kind, String value) {

        @Override
        public String toString() {
            return kind + "[withheld]";
        }
    }
}
