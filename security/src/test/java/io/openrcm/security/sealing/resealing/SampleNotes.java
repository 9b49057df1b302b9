package io.openrcm.security.sealing.resealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openrcm.security.sealing.BlindIndex.Kind;
import io.openrcm.security.sealing.resealing.SealedTable.Identifier;
import io.openrcm.security.sealing.resealing.SealedTable.Indexing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

@ApplicationScoped
class SampleNotes {

    static final SealedTable TABLE = SealedTable.of("sample_note", "id", "text")
            .indexed(new Indexing(
                    "text",
                    List.of("member_id_index"),
                    text -> List.of(new Identifier(Kind.MEMBER_ID, new String(text, UTF_8)))))
            .rowsAtOnce(7);

    @Produces
    @Singleton
    SealedTable table() {
        return TABLE;
    }
}
