package io.openrcm.gateway.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Beginning and end of reading a kept file; each its own transaction, and without effect where another replica was faster. */
@ApplicationScoped
class FileReading {

    /** A file that is being read. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once to be read; never compared
    record KeptFile(UUID id, String partner, Instant receivedAt, byte[] content) {}

    private final ReceivedFiles files;
    private final Clock clock;

    FileReading(ReceivedFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    @Transactional
    Optional<KeptFile> begin(UUID id) {
        var file = files.get(id);
        return file.status() == ReceivedFileStatus.RECEIVED
                ? Optional.of(new KeptFile(id, file.partnerId(), file.receivedAt(), files.content(file)))
                : Optional.empty();
    }

    @Transactional
    void quarantine(UUID id, FileError error) {
        var file = files.locked(id);
        if (file.status() == ReceivedFileStatus.RECEIVED) {
            file.quarantine(error, clock.instant());
        }
    }

    @Transactional
    void conclude(UUID id) {
        var file = files.locked(id);
        if (file.status() == ReceivedFileStatus.RECEIVED) {
            file.conclude(files.sets(id), clock.instant());
        }
    }
}
