package io.openrcm.gateway.rounds;

import java.io.IOException;
import java.sql.SQLException;

/** What may be said of an exception: its types, never its message, which may repeat a patient's data. */
public final class Faults {

    private Faults() {}

    /** The types of the exception and its causes; of I/O faults also the message, which names files only. */
    public static String typesOf(Throwable fault) {
        var text = new StringBuilder();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            var _ = text.append(text.isEmpty() ? "" : " < ")
                    .append(cause.getClass().getSimpleName());
            if (cause instanceof SQLException sql) {
                var _ = text.append('(').append(sql.getSQLState()).append(')');
            }
            if (cause instanceof IOException) {
                var _ = text.append('(').append(cause.getMessage()).append(')');
            }
        }
        return text.toString();
    }
}
