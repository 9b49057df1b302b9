package io.openrcm.gateway.adapter;

import io.openrcm.gateway.archive.KeepFile;
import io.openrcm.gateway.archive.ReceivedFileLimit;
import io.openrcm.gateway.partner.AdapterKind;
import io.openrcm.gateway.partner.TradingPartner;
import io.openrcm.gateway.partner.TradingPartners;
import io.openrcm.gateway.rounds.CrashPoint;
import io.openrcm.gateway.rounds.Faults;
import io.openrcm.gateway.rounds.Pace;
import io.openrcm.gateway.rounds.Round;
import io.openrcm.security.access.ForAllFacilities;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks into every partner's inbox, keeps each whole file's bytes and then moves it to {@code inbox/taken}. What has no end
 * yet waits; what stays without one is kept as it is, to be quarantined, and stays where it lies, in case its end comes after all.
 */
@ApplicationScoped
public class WatchInboxes implements Round {

    private static final Logger LOG = Logger.getLogger(WatchInboxes.class);

    /** Inboxes are looked into many times a second; a new partner's may wait this long. */
    private static final long PARTNERS_FOR_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final TradingPartners partners;
    private final PartnerFolders folders;
    private final KeepFile keepFile;
    private final UnfinishedFiles unfinished;
    private final ReceivedFileLimit limit;
    private List<TradingPartner> known = List.of();
    private long knownAtNanos;

    WatchInboxes(
            TradingPartners partners,
            PartnerFolders folders,
            KeepFile keepFile,
            UnfinishedFiles unfinished,
            ReceivedFileLimit limit) {
        this.partners = partners;
        this.folders = folders;
        this.keepFile = keepFile;
        this.unfinished = unfinished;
        this.limit = limit;
    }

    @Override
    public String name() {
        return "watch-inboxes";
    }

    @Override
    @ForAllFacilities
    public Pace go() {
        var pace = Pace.IDLE;
        for (var partner : known()) {
            if (partner.adapter() == AdapterKind.FILE) {
                pace = pace.or(look(partner));
            }
        }
        return pace;
    }

    private List<TradingPartner> known() {
        if (known.isEmpty() || System.nanoTime() - knownAtNanos > PARTNERS_FOR_NANOS) {
            knownAtNanos = System.nanoTime();
            known = partners.all();
        }
        return known;
    }

    /** A file that cannot be read does not hold up the others. */
    private Pace look(TradingPartner partner) {
        var pace = Pace.IDLE;
        try {
            var inbox = folders.inbox(partner.folder());
            for (var path : listed(inbox)) {
                pace = pace.or(look(partner, inbox, path));
            }
        } catch (IOException e) {
            LOG.errorf("inbox of %s: %s", partner.id(), Faults.typesOf(e));
            return Pace.TROUBLED;
        }
        return pace;
    }

    private Pace look(TradingPartner partner, Path inbox, Path path) {
        try {
            var file = InboxFile.seen(path);
            return file != null && take(partner, inbox, file) ? Pace.MORE : Pace.IDLE;
        } catch (NoSuchFileException gone) {
            LOG.debugf("a file in the inbox of %s was taken by another replica", partner.id());
            return Pace.IDLE;
        } catch (IOException | RuntimeException e) {
            LOG.errorf("a file in the inbox of %s: %s; will be tried again", partner.id(), Faults.typesOf(e));
            return Pace.TROUBLED;
        }
    }

    /** True where something was kept that can now be read. */
    private boolean take(TradingPartner partner, Path inbox, InboxFile file) throws IOException {
        if (file.size() > limit.bytes()) {
            LOG.errorf("inbox of %s: a file of %d bytes is larger than allowed, put aside", partner.id(), file.size());
            move(file, Files.createDirectories(inbox.resolve("refused")));
            return false;
        }
        var bytes = file.read();
        var sight = unfinished.look(file, bytes);
        if (sight == UnfinishedFiles.Sight.MAY_GROW) {
            return false;
        }
        var _ = keepFile.keep(partner.id(), file.name(), bytes);
        if (sight == UnfinishedFiles.Sight.WHOLE) {
            CrashPoint.reached("after-keep");
            move(file, folders.taken(inbox));
        }
        return true;
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
