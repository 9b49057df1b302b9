package io.openrcm.gateway;

import io.openrcm.rest.ProblemCode;

/** The errors a caller of payer-gateway can see, beside those that every service has. */
public enum GatewayProblem implements ProblemCode {
    UNKNOWN_PAYER(404, "No payer has this id"),
    UNKNOWN_TRADING_PARTNER(404, "No trading partner has this id"),
    UNKNOWN_FILE(404, "No received file has this id"),
    UNKNOWN_INTERCHANGE(404, "No sent interchange has this id"),
    NOT_QUARANTINED(409, "Only a quarantined file can be tried again"),
    FOLDER_TAKEN(409, "Another trading partner uses this folder"),
    FILE_TOO_LARGE(413, "The file is larger than this gateway takes"),
    INVALID_TERMS(422, "The terms do not keep their rules");

    private final int status;
    private final String title;

    GatewayProblem(int status, String title) {
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
