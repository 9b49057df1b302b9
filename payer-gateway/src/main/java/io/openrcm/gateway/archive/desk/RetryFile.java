package io.openrcm.gateway.archive.desk;

import io.openrcm.gateway.GatewayProblem;
import io.openrcm.gateway.archive.ReceivedFileStatus;
import io.openrcm.gateway.archive.ReceivedFiles;
import io.openrcm.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Lets a quarantined file be read again. */
@ApplicationScoped
class RetryFile {

    private final ReceivedFiles files;

    RetryFile(ReceivedFiles files) {
        this.files = files;
    }

    /** Problems: {@code UNKNOWN_FILE} (404), {@code NOT_QUARANTINED} (409). */
    @Transactional
    void retry(UUID id) {
        var file = files.locked(id);
        if (file.status() != ReceivedFileStatus.QUARANTINED) {
            throw new Problem(GatewayProblem.NOT_QUARANTINED, "The file is " + file.status() + ".");
        }
        file.retry();
    }
}
