package io.openrcm.claims.scrubbing;

import static io.openrcm.claims.content.SealedClaims.OVERRIDDEN_BECAUSE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.openrcm.claims.claim.Claim;
import io.openrcm.security.sealing.columns.Sealed;
import io.openrcm.security.sealing.columns.SealedType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Type;
import org.jspecify.annotations.Nullable;

/** A finding as it stands on a claim, and who overrode it. All of them are replaced when the edits run again. */
@Entity
@Table(name = "claim_finding")
public class ClaimFinding {

    /** {@code place} counts from 1 within the claim. */
    @Embeddable
    public record Place(UUID claimId, int place) {

        String rowId() {
            return claimId + "/" + place;
        }
    }

    @EmbeddedId
    private Place place;

    @SuppressWarnings("UnusedVariable") // read by the database only
    private String facility;

    private String editId;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    private String field;
    private String message;
    private String owner;
    private @Nullable String overriddenBy;

    @Type(SealedType.class)
    private @Nullable Sealed overriddenBecause;

    protected ClaimFinding() {}

    ClaimFinding(Claim claim, int place, Finding finding) {
        this.place = new Place(claim.aggregateId(), place);
        this.facility = claim.facility().value();
        this.editId = finding.editId();
        this.severity = finding.severity();
        this.field = finding.field();
        this.message = finding.message();
        this.owner = finding.owner();
    }

    void override(String by, String because) {
        overriddenBy = by;
        overriddenBecause = Sealed.of(OVERRIDDEN_BECAUSE, place.rowId(), because.getBytes(UTF_8));
    }

    /** From 1 within the claim. */
    public int place() {
        return place.place();
    }

    public Finding finding() {
        return new Finding(editId, severity, field, message, owner);
    }

    public @Nullable String overriddenBy() {
        return overriddenBy;
    }

    public @Nullable String overriddenBecause() {
        return overriddenBecause == null
                ? null
                : new String(overriddenBecause.open(OVERRIDDEN_BECAUSE, place.rowId()), UTF_8);
    }
}
