package io.openrcm.security.sealing;

import java.util.regex.Pattern;

/** A column whose content is sealed. Both names are part of every seal: what is renamed must be sealed anew. */
public record Field(String table, String column) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    public Field {
        if (!NAME.matcher(table).matches() || !NAME.matcher(column).matches()) {
            throw new IllegalArgumentException("no column: " + table + "." + column);
        }
    }

    @Override
    public String toString() {
        return table + "." + column;
    }
}
