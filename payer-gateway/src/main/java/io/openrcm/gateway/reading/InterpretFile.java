package io.openrcm.gateway.reading;

import io.openrcm.events.delivery.inbox.Fault;
import io.openrcm.gateway.archive.FileError;
import io.openrcm.gateway.partner.UsageMode;
import io.openrcm.gateway.rounds.CrashPoint;
import io.openrcm.gateway.rounds.Faults;
import io.openrcm.gateway.x12.Interchange;
import io.openrcm.gateway.x12.X12File;
import io.openrcm.gateway.x12.X12Files;
import io.openrcm.gateway.x12.syntax.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Reads a kept file and lets each of its transaction sets take effect. The whole file is read and proved sound before the
 * first one does; then each has its own transaction, and a restart goes on with the next.
 */
@ApplicationScoped
class InterpretFile {

    private static final Logger LOG = Logger.getLogger(InterpretFile.class);

    private final FileReading reading;
    private final ApplySet applySet;

    InterpretFile(FileReading reading, ApplySet applySet) {
        this.reading = reading;
        this.applySet = applySet;
    }

    /** That the file was opened goes on record, whatever comes of it. */
    void interpret(FileReading.KeptFile file) {
        try {
            read(file);
        } catch (Throwable failed) {
            putOnRecord(file.id(), failed);
            throw failed;
        }
    }

    private void putOnRecord(UUID id, Throwable failed) {
        try {
            reading.failed(id, Fault.code(failed));
        } catch (RuntimeException unrecorded) {
            LOG.errorf("received file %s was read, and that is not on record: %s", id, Faults.typesOf(unrecorded));
        }
    }

    private void read(FileReading.KeptFile file) {
        switch (X12Files.read(reading.content(file))) {
            case X12File.Broken broken ->
                reading.quarantine(
                        file.id(), FileError.at(broken.at(), broken.fault().name()));
            case X12File.Incomplete cut -> reading.quarantine(file.id(), FileError.at(cut.end(), "INCOMPLETE_FILE"));
            case X12File.Read(var interchanges) -> interpret(file, interchanges);
        }
    }

    private void interpret(FileReading.KeptFile file, List<Interchange> interchanges) {
        var error = envelopeError(interchanges, file.usage());
        if (error.isPresent()) {
            reading.quarantine(file.id(), error.get());
            return;
        }
        var sets = SetOnFile.allOf(interchanges);
        if (sets.isEmpty()) {
            reading.conclude(file.id());
            return;
        }
        for (var set : sets.subList(0, sets.size() - 1)) {
            applySet.apply(file, set);
            CrashPoint.reached("after-set");
        }
        reading.concludeWith(file, sets.getLast());
        CrashPoint.reached("after-set");
    }

    /** A count that disagrees means that something is missing; a test must not touch real claims. */
    private static Optional<FileError> envelopeError(List<Interchange> interchanges, UsageMode usage) {
        for (var interchange : interchanges) {
            if (!interchange.findings().isEmpty()) {
                var finding = interchange.findings().getFirst();
                return Optional.of(FileError.at(finding.at(), finding.mismatch().name()));
            }
            if (interchange.test() && usage == UsageMode.PRODUCTION) {
                return Optional.of(FileError.at(new Position(0, 1), "TEST_IN_PRODUCTION"));
            }
        }
        return Optional.empty();
    }
}
