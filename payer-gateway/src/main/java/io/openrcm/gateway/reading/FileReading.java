package io.openrcm.gateway.reading;

import io.micrometer.core.instrument.MeterRegistry;
import io.openrcm.gateway.archive.FileError;
import io.openrcm.gateway.archive.ReceivedFile;
import io.openrcm.gateway.archive.ReceivedFileStatus;
import io.openrcm.gateway.archive.ReceivedFiles;
import io.openrcm.gateway.partner.TradingPartners;
import io.openrcm.gateway.partner.UsageMode;
import io.openrcm.security.audit.AuditEntry;
import io.openrcm.security.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Beginning and end of reading a kept file, the end in one transaction with its last set; without effect where another replica was faster.
 * That it was read goes on record with its end; where reading fails, at once.
 */
@ApplicationScoped
class FileReading {

    /** A file that is being read. */
    record KeptFile(ReceivedFiles.Unread file, UsageMode usage) {

        UUID id() {
            return file.id();
        }

        String partner() {
            return file.partnerId();
        }

        Instant receivedAt() {
            return file.receivedAt();
        }
    }

    static final int FILES_AT_ONCE = 25;

    /** The file with which this is reached is the last. */
    private static final long BYTES_AT_ONCE = 4L << 20;

    private static final Logger LOG = Logger.getLogger(FileReading.class);

    private final ApplySet applySet;
    private final ReceivedFiles files;
    private final TradingPartners partners;
    private final MeterRegistry metrics;
    private final AuditTrail trail;
    private final Clock clock;

    FileReading(
            ApplySet applySet,
            ReceivedFiles files,
            TradingPartners partners,
            MeterRegistry metrics,
            AuditTrail trail,
            Clock clock) {
        this.applySet = applySet;
        this.files = files;
        this.partners = partners;
        this.metrics = metrics;
        this.trail = trail;
        this.clock = clock;
    }

    /** The next ones with their bytes, in the order of their coming. */
    @Transactional
    List<KeptFile> next() {
        return kept(files.unread(FILES_AT_ONCE, BYTES_AT_ONCE));
    }

    /** The next ones, if the bytes of one of them keep those of the others from being fetched: each is then fetched when it is read. */
    @Transactional
    List<KeptFile> nextWithoutBytes() {
        return kept(files.unread(FILES_AT_ONCE));
    }

    private List<KeptFile> kept(List<ReceivedFiles.Unread> unread) {
        return unread.stream()
                .map(file -> new KeptFile(file, partners.get(file.partnerId()).usage()))
                .toList();
    }

    byte[] content(KeptFile file) {
        return files.content(file.file());
    }

    @Transactional
    void quarantine(UUID id, FileError error) {
        end(id, file -> file.quarantine(error, clock.instant()));
    }

    /** Lets the last of the sets take effect; the whole file has then been read. */
    @Transactional
    void concludeWith(KeptFile file, SetOnFile last) {
        applySet.apply(file, last);
        conclude(file.id());
    }

    @Transactional
    void conclude(UUID id) {
        end(id, file -> file.conclude(files.sets(id), clock.instant()));
    }

    /** It stays as it was, and is still to be read. */
    void failed(UUID id, String code) {
        trail.recordApart(read(id).failed(code));
    }

    private static AuditEntry read(UUID id) {
        return AuditEntry.read("received-file", id.toString());
    }

    private void end(UUID id, Consumer<ReceivedFile> end) {
        trail.record(read(id));
        var file = files.locked(id);
        if (file.status() != ReceivedFileStatus.RECEIVED) {
            return;
        }
        end.accept(file);
        metrics.counter("openrcm.received.files", "status", file.status().name())
                .increment();
        var error = file.error();
        if (error != null) {
            LOG.warnf(
                    "received file %s is quarantined: %s at byte %d, segment %d",
                    id, error.code(), error.atByte(), error.atSegment());
        }
    }
}
