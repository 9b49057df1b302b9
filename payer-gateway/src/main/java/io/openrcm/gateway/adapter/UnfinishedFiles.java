package io.openrcm.gateway.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which files in the inboxes lack their end, and since when they have not changed. */
@ApplicationScoped
class UnfinishedFiles {

    enum Sight {
        WHOLE,
        /** No end yet, or kept already as broken off. */
        MAY_GROW,
        /** No end, and unchanged for so long that none is to be expected. */
        BROKEN_OFF
    }

    private record Watched(InboxFile file, Instant since, boolean kept) {}

    private final Clock clock;
    private final Duration patience;
    private final Map<Path, Watched> watched = new ConcurrentHashMap<>();

    UnfinishedFiles(Clock clock, @ConfigProperty(name = "openrcm.incomplete-file-patience") Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    Sight look(InboxFile file, byte[] bytes) {
        if (hasEnd(bytes)) {
            var _ = watched.remove(file.path());
            return Sight.WHOLE;
        }
        var now = clock.instant();
        var before = watched.get(file.path());
        if (before == null || !before.file().equals(file)) {
            var _ = watched.put(file.path(), new Watched(file, now, false));
            return Sight.MAY_GROW;
        }
        return before.kept() || now.isBefore(before.since().plus(patience)) ? Sight.MAY_GROW : Sight.BROKEN_OFF;
    }

    /** As it is, without its end: it need not be kept again unless it changes. */
    void kept(InboxFile file) {
        var _ = watched.computeIfPresent(file.path(), (_, before) -> new Watched(file, before.since(), true));
    }

    /**
     * Whether the last segment is an interchange trailer with its terminator. The terminator is what stands at the end, line
     * breaks aside; whether all is sound within is for the reader to say.
     */
    static boolean hasEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && isLineBreak(bytes[end - 1])) {
            end--;
        }
        if (end < 2) {
            return false;
        }
        byte terminator = bytes[end - 1];
        int start = end - 1;
        while (start > 0 && bytes[start - 1] != terminator) {
            start--;
        }
        while (start < end && (isLineBreak(bytes[start]) || bytes[start] == ' ')) {
            start++;
        }
        return new String(bytes, start, Math.min(3, end - start), StandardCharsets.US_ASCII).equals("IEA");
    }

    private static boolean isLineBreak(byte b) {
        return b == '\n' || b == '\r';
    }
}
