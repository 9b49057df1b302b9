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
import java.util.Optional;
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
    @SuppressWarnings("ArrayRecordComponent") // handed over once to be read; never compared
    record KeptFile(UUID id, String partner, UsageMode usage, Instant receivedAt, byte[] content) {}

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

    @Transactional
    Optional<KeptFile> begin(UUID id) {
        return files.unread(id).map(file -> {
            var partner = partners.get(file.partnerId());
            return new KeptFile(id, partner.id(), partner.usage(), file.receivedAt(), file.content());
        });
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
