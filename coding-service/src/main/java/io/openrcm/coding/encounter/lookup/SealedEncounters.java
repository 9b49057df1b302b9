package io.openrcm.coding.encounter.lookup;

import io.openrcm.coding.intake.EncounterContent;
import io.openrcm.coding.intake.EncounterJson;
import io.openrcm.security.sealing.resealing.SealedTable;
import io.openrcm.security.sealing.resealing.SealedTable.Indexing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What is sealed in this service's database. */
@ApplicationScoped
class SealedEncounters {

    @Produces
    @Singleton
    SealedTable encounters() {
        return SealedTable.of("encounter", "id", "content", "receipt", "code_assignment", "problems")
                .indexed(new Indexing(
                        "content",
                        PatientNumbers.COLUMNS,
                        json -> PatientNumbers.identifiers(EncounterJson.read(json, EncounterContent.class))));
    }
}
