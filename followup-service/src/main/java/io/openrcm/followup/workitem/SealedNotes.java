package io.openrcm.followup.workitem;

import io.openrcm.security.sealing.resealing.SealedTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What is sealed in this service's database. */
@ApplicationScoped
class SealedNotes {

    @Produces
    @Singleton
    SealedTable notes() {
        return SealedTable.of(WorkItemNote.TEXT.table(), "id", WorkItemNote.TEXT.column());
    }
}
