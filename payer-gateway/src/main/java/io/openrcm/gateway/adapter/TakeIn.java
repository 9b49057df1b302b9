package io.openrcm.gateway.adapter;

import io.openrcm.events.delivery.inbox.Fault;
import io.openrcm.gateway.archive.KeepFile;
import io.openrcm.gateway.archive.ReceivedFileLimit;
import io.openrcm.gateway.partner.TradingPartner;
import io.openrcm.gateway.rounds.CrashPoint;
import io.openrcm.gateway.rounds.Faults;
import io.openrcm.gateway.rounds.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the bytes of each whole file in an inbox and then moves it to {@code inbox/taken}. What has no end yet waits; what stays without
 * one is kept as it is, to be quarantined, and stays where it lies, in case its end comes after all.
 */
@ApplicationScoped
class TakeIn {

    private static final Logger LOG = Logger.getLogger(TakeIn.class);

    /** What is kept in one transaction: at most so many files, and no other one after so many bytes. */
    private static final int FILES_AT_ONCE = 25;

    private static final long BYTES_AT_ONCE = 4L << 20;

    private final PartnerFolders folders;
    private final KeepFile keepFile;
    private final UnfinishedFiles unfinished;
    private final ReceivedFileLimit limit;

    TakeIn(PartnerFolders folders, KeepFile keepFile, UnfinishedFiles unfinished, ReceivedFileLimit limit) {
        this.folders = folders;
        this.keepFile = keepFile;
        this.unfinished = unfinished;
        this.limit = limit;
    }

    /** A file with its bytes, to be kept. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once to be kept; never compared
    private record Found(InboxFile file, byte[] bytes, UnfinishedFiles.Sight sight) {

        KeepFile.Arrived arrived() {
            return new KeepFile.Arrived(file.name(), bytes);
        }
    }

    /** Everything that now lies in a partner's inbox. */
    Pace from(TradingPartner partner) {
        try {
            var inbox = folders.inbox(partner.folder());
            return from(partner.id(), inbox, listed(inbox));
        } catch (IOException e) {
            LOG.errorf("inbox of %s: %s", partner.id(), Faults.typesOf(e));
            return Pace.TROUBLED;
        }
    }

    /** A file that cannot be read does not hold up the others. */
    private Pace from(String partner, Path inbox, List<Path> paths) {
        var pace = Pace.IDLE;
        var found = new ArrayList<Found>();
        long bytes = 0;
        for (var path : paths) {
            try {
                var one = look(partner, inbox, path);
                if (one != null) {
                    found.add(one);
                    bytes += one.bytes().length;
                }
            } catch (IOException | RuntimeException e) {
                pace = pace.or(trouble(partner, e));
            }
            if (found.size() == FILES_AT_ONCE || bytes >= BYTES_AT_ONCE) {
                pace = pace.or(keep(partner, inbox, found));
                found.clear();
                bytes = 0;
            }
        }
        return pace.or(keep(partner, inbox, found));
    }

    /** Null where there is nothing to be kept now; what is too large is put aside. */
    private @Nullable Found look(String partner, Path inbox, Path path) throws IOException {
        var file = InboxFile.seen(path);
        if (file == null) {
            return null;
        }
        if (file.size() > limit.bytes()) {
            LOG.errorf("inbox of %s: a file of %d bytes is larger than allowed, put aside", partner, file.size());
            move(file, Files.createDirectories(inbox.resolve("refused")));
            return null;
        }
        var bytes = file.read();
        var sight = unfinished.look(file, bytes);
        return sight == UnfinishedFiles.Sight.MAY_GROW ? null : new Found(file, bytes, sight);
    }

    /** All in one transaction; where one of them may be why that fails, each by itself. */
    private Pace keep(String partner, Path inbox, List<Found> found) {
        if (found.isEmpty()) {
            return Pace.IDLE;
        }
        try {
            var _ = keepFile.keep(partner, found.stream().map(Found::arrived).toList());
        } catch (RuntimeException e) {
            var pace = trouble(partner, e);
            return found.size() == 1 || Fault.of(e) != Fault.MESSAGE
                    ? pace
                    : found.stream()
                            .map(one -> keep(partner, inbox, List.of(one)))
                            .reduce(Pace.IDLE, Pace::or);
        }
        CrashPoint.reached("after-keep");
        return found.stream().map(one -> putAway(partner, inbox, one)).reduce(Pace.IDLE, Pace::or);
    }

    /** What has changed since it was read stays: it has not been kept as it is now. */
    private Pace putAway(String partner, Path inbox, Found one) {
        var file = one.file();
        try {
            if (one.sight() == UnfinishedFiles.Sight.BROKEN_OFF) {
                unfinished.kept(file);
            } else if (file.equals(InboxFile.seen(file.path()))) {
                move(file, folders.taken(inbox));
            }
            return Pace.IDLE;
        } catch (IOException | RuntimeException e) {
            return trouble(partner, e);
        }
    }

    private static Pace trouble(String partner, Exception e) {
        if (e instanceof NoSuchFileException) {
            LOG.debugf("a file in the inbox of %s was taken by another replica", partner);
            return Pace.IDLE;
        }
        LOG.errorf("in the inbox of %s: %s; will be tried again", partner, Faults.typesOf(e));
        return Pace.TROUBLED;
    }

    /** Replaces an earlier file of the same name there: its bytes are kept. */
    private static void move(InboxFile file, Path folder) throws IOException {
        var _ = Files.move(
                file.path(),
                folder.resolve(file.name()),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<Path> listed(Path inbox) throws IOException {
        var paths = new ArrayList<Path>();
        try (var stream = Files.newDirectoryStream(inbox)) {
            stream.forEach(paths::add);
        }
        paths.sort(null);
        return paths;
    }
}
