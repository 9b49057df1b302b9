package io.openrcm.claims.claim;

import io.openrcm.claims.timeline.Happening;
import io.openrcm.claims.timeline.Happening.Author;
import io.openrcm.claims.timeline.Timeline;
import io.openrcm.claims.timeline.TimelineEntry;
import io.openrcm.events.claims.ClaimEvent;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.delivery.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Says what has become of a claim: to the other services, and to whoever reads the claim's timeline. */
@ApplicationScoped
public class ClaimNews {

    private final Outbox outbox;
    private final Timeline timeline;
    private final Clock clock;

    public ClaimNews(Outbox outbox, Timeline timeline, Clock clock) {
        this.outbox = outbox;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Records the event and the line of the timeline; {@code detail} is one sentence that names no patient. */
    public void tell(Cause cause, Claim claim, ClaimEvent.AboutClaim event, String detail) {
        outbox.record(cause, claim, event);
        note(cause, claim, event.getClass().getSimpleName(), detail);
    }

    /** As {@link #tell}, where {@code detail} repeats what a payer wrote, in whatever form. */
    public void tellWritten(Cause cause, Claim claim, ClaimEvent.AboutClaim event, String detail) {
        outbox.record(cause, claim, event);
        noteWritten(cause, claim, event.getClass().getSimpleName(), detail);
    }

    /** Notes on the timeline what nobody else has to hear of, in the service's own words, which name no patient. */
    public void note(Cause cause, Claim claim, String what, String detail) {
        note(cause, claim, what, detail, Author.SERVICE);
    }

    /** As {@link #note}, where {@code detail} repeats what somebody wrote. */
    public void noteWritten(Cause cause, Claim claim, String what, String detail) {
        note(cause, claim, what, detail, Author.OTHERS);
    }

    private void note(Cause cause, Claim claim, String what, String detail, Author by) {
        timeline.add(new TimelineEntry(
                claim.claimId(),
                claim.facility(),
                claim.nextTimelineEntry(),
                clock.instant(),
                new Happening(what, detail, by, cause.id())));
    }
}
