package io.openrcm.gateway.reading;

import io.openrcm.events.delivery.inbox.Fault;
import io.openrcm.gateway.archive.FileError;
import io.openrcm.gateway.rounds.Faults;
import io.openrcm.gateway.rounds.Pace;
import io.openrcm.gateway.rounds.Round;
import io.openrcm.gateway.x12.syntax.Position;
import io.openrcm.security.access.ForAllFacilities;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Reads every file that has been kept and not been read to its end, also those of an earlier life of this process. */
@ApplicationScoped
public class InterpretFiles implements Round {

    private static final Logger LOG = Logger.getLogger(InterpretFiles.class);

    private final FileReading reading;
    private final InterpretFile interpretFile;

    InterpretFiles(FileReading reading, InterpretFile interpretFile) {
        this.reading = reading;
        this.interpretFile = interpretFile;
    }

    @Override
    public String name() {
        return "interpret-files";
    }

    /** Files come in groups: if these were not as many as are read at once, the next round waits for others to come together. */
    @Override
    @ForAllFacilities
    public Pace go() {
        var files = next();
        for (var file : files) {
            if (!interpret(file)) {
                return Pace.TROUBLED;
            }
        }
        return files.size() < FileReading.FILES_AT_ONCE ? Pace.IDLE : Pace.MORE;
    }

    private List<FileReading.KeptFile> next() {
        try {
            return reading.next();
        } catch (RuntimeException e) {
            if (Fault.of(e) != Fault.MESSAGE) {
                throw e;
            }
            LOG.errorf("received files: %s; each is fetched by itself", Faults.typesOf(e));
            return reading.nextWithoutBytes();
        }
    }

    /** False where it is to be tried again. A file that this program cannot cope with must not hold up the others. */
    private boolean interpret(FileReading.KeptFile file) {
        try {
            interpretFile.interpret(file);
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            boolean again = Fault.of(e) != Fault.MESSAGE;
            LOG.errorf(
                    "received file %s: %s; %s",
                    file.id(), Faults.typesOf(e), again ? "will be tried again" : "quarantined");
            if (!again) {
                reading.quarantine(file.id(), FileError.at(new Position(0, 0), "NOT_INTERPRETED"));
            }
            return !again;
        }
    }
}
