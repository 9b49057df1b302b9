package io.openrcm.gateway.archive.sealed;

import io.openrcm.security.sealing.Field;
import io.openrcm.security.sealing.resealing.SealedTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What is sealed in this service's database. */
@ApplicationScoped
public class SealedContents {

    public static final Field SUBMISSION = new Field("submission_content", "content");
    public static final Field INTERCHANGE = new Field("interchange_content", "content");
    public static final Field RECEIVED = new Field("received_content", "content");

    public static final Field SET_HASH = new Field("received_set", "content_hash");

    /** Whole files: megabytes each. */
    private static final int FILES_AT_ONCE = 2;

    @Produces
    @Singleton
    SealedTable submissions() {
        return SealedTable.of(SUBMISSION.table(), "attempt_id", SUBMISSION.column());
    }

    @Produces
    @Singleton
    SealedTable interchanges() {
        return SealedTable.of(INTERCHANGE.table(), "interchange_id", INTERCHANGE.column())
                .rowsAtOnce(FILES_AT_ONCE);
    }

    @Produces
    @Singleton
    SealedTable receivedFiles() {
        return SealedTable.of(RECEIVED.table(), "file_id", RECEIVED.column()).rowsAtOnce(FILES_AT_ONCE);
    }

    @Produces
    @Singleton
    SealedTable receivedSets() {
        return SealedTable.numbered(SET_HASH.table(), "file_id", "ordinal", SET_HASH.column());
    }
}
