package io.openrcm.events.payer;

/** Who bears an adjustment (X12 code source 139). Only the patient's group may ever be billed to the patient. */
public enum AdjustmentGroup {
    CONTRACTUAL("CO"),
    PATIENT("PR"),
    OTHER("OA"),
    PAYER_INITIATED("PI");

    private final String code;

    AdjustmentGroup(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
