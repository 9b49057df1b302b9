package io.openrcm.claims;

import io.openrcm.rest.ProblemCode;

/** Every error of this service that a caller can see, beside those that all services share. */
public enum ClaimsProblem implements ProblemCode {
    CLAIM_NOT_FOUND(404, "There is no claim with this number"),
    FACILITY_NOT_FOUND(404, "There is no facility with this id"),
    PAYER_TERMS_NOT_FOUND(404, "No terms are recorded for this payer"),
    CLAIM_NOT_CORRECTABLE(409, "The claim cannot be corrected as it stands"),
    CLAIM_NOT_HELD(409, "Only a held claim can be released by hand"),
    HOLD_NOT_OVERRIDABLE(409, "The claim is held for a reason that must be mended"),
    REMITTANCE_NOT_FOUND(404, "There is no remittance with this id"),
    KEY_MISMATCH(400, "The id in the body is not the one in the path"),
    FIELD_NOT_CORRECTABLE(422, "This field cannot be changed by a correction"),
    VALUE_REFUSED(422, "The claim cannot take this value"),
    CORRECTION_CHANGES_NOTHING(422, "The correction leaves the claim as it is");

    private final int status;
    private final String title;

    ClaimsProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
