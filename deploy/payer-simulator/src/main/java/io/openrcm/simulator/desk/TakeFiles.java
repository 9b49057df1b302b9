package io.openrcm.simulator.desk;

import io.openrcm.simulator.adjudication.BehaviourChoice;
import io.openrcm.simulator.ledger.JournalRecord;
import java.io.IOException;
import java.time.Duration;

/**
 * Takes files from the outboxes and answers them. In this order: note the name, move the file, prepare the answers, write the journal,
 * show the answers. Whatever line a crash falls on, the next start finishes it once.
 */
public final class TakeFiles {

    private static final System.Logger LOG = System.getLogger(TakeFiles.class.getName());

    private static final int FILES_AT_ONCE = 4;

    private final Office office;
    private final BehaviourChoice choice;
    private final int speed;

    /** Every waiting time of a behaviour is divided by {@code speed}. */
    public TakeFiles(Office office, BehaviourChoice choice, int speed) {
        this.office = office;
        this.choice = choice;
        this.speed = speed;
    }

    /** Reads the files a crash left between taking and reading. */
    public void finishTaken() throws IOException {
        for (var taken : office.ledger().unread()) {
            if (office.folders().isTaken(taken.partner(), taken.name())) {
                read(taken.partner(), taken.name());
            }
        }
    }

    /** Takes what waits, a few files of each partner, so that a backlog does not hold up payments; answers how many. */
    public int takeSome() throws IOException {
        var count = 0;
        for (var partner : office.folders().partners()) {
            for (var name : office.folders().waiting(partner).stream()
                    .limit(FILES_AT_ONCE)
                    .toList()) {
                take(partner, name);
                count++;
            }
        }
        return count;
    }

    private void take(String partner, String name) throws IOException {
        var takenName = office.folders().nameWhenTaken(partner, name);
        office.record(new JournalRecord.Taken(partner, takenName));
        office.folders().take(partner, name, takenName);
        read(partner, takenName);
    }

    private void read(String partner, String name) throws IOException {
        var reading = reading(partner, name);
        var event = reading.event();
        office.folders().prepare(partner, reading.answers());
        office.record(event);
        office.folders().deliver(partner, event.answers());
        reading.accepted().forEach((reference, claim) -> office.archive().keep(reference, claim));
        LOG.log(
                System.Logger.Level.INFO,
                "{0}/{1}: {2} claims, {3} complaints",
                partner,
                name,
                event.claims().size(),
                event.complaintTotal());
    }

    /** A file the reader dies over is recorded as such: else it would be met again at every start. */
    private FileReading reading(String partner, String name) throws IOException {
        var bytes = office.folders().read(partner, name);
        var reading = new FileReading(office.ledger(), choice, partner, name, office.clock());
        try {
            reading.read(bytes, this::delay);
            return reading;
        } catch (RuntimeException fault) {
            // The class and place alone: a message may quote the file.
            LOG.log(
                    System.Logger.Level.ERROR,
                    "{0}/{1}: {2} at {3}",
                    partner,
                    name,
                    fault.getClass().getName(),
                    fault.getStackTrace()[0]);
            return FileReading.unreadable(office.ledger(), choice, partner, name, office.clock());
        }
    }

    private Duration delay(Duration atSpeedOne) {
        return atSpeedOne.dividedBy(speed);
    }
}
