package io.openrcm.claims.intake;

import io.openrcm.claims.claim.Claim;
import io.openrcm.claims.claim.Claims;
import io.openrcm.events.Event;
import io.openrcm.events.delivery.Message;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The claims that a batch of messages is about. */
final class ClaimsOfBatch {

    private ClaimsOfBatch() {}

    /** Loads and locks them, each for messages that name its facility. */
    static <E extends Event> void lock(Claims claims, List<Message<E>> messages) {
        List<UUID> ids = messages.stream().map(Message::aggregateId).distinct().toList();
        var known = claims.preload(ids).stream()
                .collect(Collectors.toMap(claim -> claim.claimId().value(), Claim::facility));
        for (var message : messages) {
            var owner = known.get(message.aggregateId());
            if (owner != null) {
                message.requireFacility(owner);
            }
        }
    }
}
