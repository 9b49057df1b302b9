package io.openrcm.rest.access;

import io.openrcm.security.identity.TestDatabase;
import java.util.List;

/** How the database keeps columns with sealed content: those on which a constraint is whose name ends in {@code _sealed}, and the outbox. */
public final class KeptSealed {

    private static final String OTHERWISE = """
            select c.conrelid::regclass || '.' || a.attname
            from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            where c.conname like '%\\_sealed' and (a.attstorage <> 'e' or a.attstattarget is distinct from 0)
            union all
            select 'outbox.payload' from pg_attribute a where a.attrelid = 'outbox'::regclass and a.attname = 'payload'
              and (a.attstorage <> 'e' or a.attstattarget is distinct from 0)
            order by 1""";

    private static final String SEALED = "select count(*) from pg_constraint where conname like '%\\_sealed'";

    private KeptSealed() {}

    /** Those that are not named in a call of {@code keep_sealed}. */
    public static List<String> otherwise() {
        return TestDatabase.column(OTHERWISE);
    }

    public static int columns() {
        return Integer.parseInt(TestDatabase.column(SEALED).getFirst());
    }
}
