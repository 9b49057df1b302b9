package io.openrcm.events.delivery;

import io.openrcm.events.delivery.inbox.InboxDatabase;
import io.openrcm.events.delivery.inbox.InboxTable;
import io.openrcm.events.delivery.inbox.ParkedMessage;
import io.openrcm.events.delivery.inbox.ParkedMessage.State;
import io.openrcm.events.delivery.inbox.ParkedTable;
import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Facilities;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The messages that were set aside, for the person who decides about them. */
@ApplicationScoped
public class ParkedMessages {

    private final InboxDatabase database;
    private final Intake intake;
    private final Acting acting;

    ParkedMessages(InboxDatabase database, Intake intake, Acting acting) {
        this.database = database;
        this.intake = intake;
        this.acting = acting;
    }

    /** One page by id: the first {@code limit} messages in this state whose id is greater than {@code after}. */
    public List<ParkedMessage> list(State state, long after, int limit) {
        return database.inTransaction(connection -> ParkedTable.list(connection, state, after, limit));
    }

    public long count(State state) {
        return database.inTransaction(connection -> ParkedTable.count(connection, state));
    }

    public Optional<ParkedMessage> find(long id) {
        return database.inTransaction(connection -> ParkedTable.find(connection, id));
    }

    /**
     * Tries once more to apply a parked message, and then those that wait for it. Answers how it stands afterwards: {@code RETRIED}, or
     * {@code PARKED} with the new reason, or {@code WAITING} if this application has not listened to the topic yet, which will apply it. A
     * message that is not parked, or whose headers cannot be read, stays as it is. Empty: there is no such message.
     */
    public Optional<ParkedMessage> retry(long id) {
        var moved = decided(connection -> ParkedTable.move(connection, id, State.WAITING));
        return settled(id, moved);
    }

    /** Gives up a parked message: its aggregate goes on without it. Answers as {@link #retry} does, with {@code DISMISSED}. */
    public Optional<ParkedMessage> dismiss(long id) {
        var moved = decided(connection -> {
            var found = ParkedTable.find(connection, id);
            if (found.isEmpty() || !ParkedTable.move(connection, id, State.DISMISSED)) {
                return false;
            }
            var message = found.get();
            InboxTable.advance(
                    connection,
                    message.topic(),
                    Map.of(Objects.requireNonNull(message.aggregateId()), Objects.requireNonNull(message.seq())));
            return true;
        });
        return settled(id, moved);
    }

    /** Whoever decides about a message, moving it is the service's own work. */
    private boolean decided(InboxDatabase.Work<Boolean> move) {
        return acting.asService(Facilities.NONE, () -> database.inTransaction(move));
    }

    private Optional<ParkedMessage> settled(long id, boolean moved) {
        var found = find(id);
        if (!moved || found.isEmpty()) {
            return found;
        }
        intake.applyDue(found.get().topic());
        return find(id);
    }
}
