package io.openrcm.followup.desk;

import io.openrcm.followup.workitem.WorkItem;
import io.openrcm.rest.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;

/** The orders in which a list of work items can be read; each ends with the id, so that pages never overlap. */
public enum WorkItemSort {
    DEADLINE("deadlineOn", ">", "asc", WorkItem::deadlineOn, LocalDate::parse),
    VALUE("amountCents", "<", "desc", item -> item.amount().cents(), Long::valueOf),
    NEWEST("openedAt", "<", "desc", WorkItem::openedAt, Instant::parse);

    private final String field;
    private final String beyond;
    private final String direction;
    private final Function<WorkItem, Object> key;
    private final Function<String, Object> read;

    WorkItemSort(
            String field,
            String beyond,
            String direction,
            Function<WorkItem, Object> key,
            Function<String, Object> read) {
        this.field = field;
        this.beyond = beyond;
        this.direction = direction;
        this.key = key;
        this.read = read;
    }

    String orderBy() {
        return " order by " + field + " " + direction + ", id";
    }

    /** The condition that continues after a page, with the parameters {@code afterKey} and {@code afterId}. */
    String after() {
        return "(" + field + " " + beyond + " :afterKey or (" + field + " = :afterKey and id > :afterId))";
    }

    String cursorOf(WorkItem last) {
        return Cursor.encode(name(), key.apply(last).toString(), last.id().toString());
    }

    /** Where the page before ended. */
    After read(String cursor) {
        var keys = Cursor.decode(cursor, 3);
        try {
            if (keys.get(0).equals(name())) {
                return new After(read.apply(keys.get(1)), UUID.fromString(keys.get(2)));
            }
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw Cursor.invalid(notOurs);
        }
        throw Cursor.invalid(null);
    }

    record After(Object key, UUID id) {}
}
