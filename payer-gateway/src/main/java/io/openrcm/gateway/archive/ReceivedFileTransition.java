package io.openrcm.gateway.archive;

import static io.openrcm.gateway.archive.ReceivedFileStatus.INTERPRETED;
import static io.openrcm.gateway.archive.ReceivedFileStatus.QUARANTINED;
import static io.openrcm.gateway.archive.ReceivedFileStatus.RECEIVED;
import static io.openrcm.gateway.archive.ReceivedFileStatus.UNSUPPORTED;

/** Every move of a received file. A duplicate never moves. */
public enum ReceivedFileTransition {
    // spotless:off
    INTERPRET      (RECEIVED,    INTERPRETED),
    SET_ASIDE      (RECEIVED,    UNSUPPORTED),
    QUARANTINE     (RECEIVED,    QUARANTINED),
    RETRY          (QUARANTINED, RECEIVED);
    // spotless:on

    private final ReceivedFileStatus from;
    private final ReceivedFileStatus to;

    ReceivedFileTransition(ReceivedFileStatus from, ReceivedFileStatus to) {
        this.from = from;
        this.to = to;
    }

    public ReceivedFileStatus from() {
        return from;
    }

    public ReceivedFileStatus to() {
        return to;
    }
}
