package io.openrcm.claims.content;

import io.openrcm.security.sealing.BlindIndex;
import io.openrcm.security.sealing.Field;
import io.openrcm.security.sealing.resealing.SealedTable;
import io.openrcm.security.sealing.resealing.SealedTable.Identifier;
import io.openrcm.security.sealing.resealing.SealedTable.Indexing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** What is sealed in this service's database. */
@ApplicationScoped
public class SealedClaims {

    public static final Field CONTENT = new Field("claim_version", "content");
    public static final Field CONTENT_SHA256 = new Field("claim_version", "content_sha256");

    /** What people write on a timeline, as why they let a claim go, and payers, as why they reject it. */
    public static final Field TIMELINE_DETAIL = new Field("claim_timeline", "detail");

    public static final Field OVERRIDDEN_BECAUSE = new Field("claim_finding", "overridden_because");

    @Produces
    @Singleton
    SealedTable versions() {
        return SealedTable.of(CONTENT.table(), "id", CONTENT.column(), CONTENT_SHA256.column())
                .indexed(new Indexing(CONTENT.column(), List.of("fingerprint"), json -> List.of(fingerprint(json))));
    }

    @Produces
    @Singleton
    SealedTable timelines() {
        return SealedTable.numbered(TIMELINE_DETAIL.table(), "claim_id", "entry", TIMELINE_DETAIL.column());
    }

    @Produces
    @Singleton
    SealedTable findings() {
        return SealedTable.numbered(OVERRIDDEN_BECAUSE.table(), "claim_id", "place", OVERRIDDEN_BECAUSE.column());
    }

    private static Identifier fingerprint(byte[] json) {
        return new Identifier(
                BlindIndex.Kind.CLAIM_FINGERPRINT,
                Fingerprint.of(ContentJson.read(json)).toString());
    }
}
