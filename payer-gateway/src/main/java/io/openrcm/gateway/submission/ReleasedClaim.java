package io.openrcm.gateway.submission;

import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.delivery.Cause;

/** A claim that passed every edit, and the message that said so. */
public record ReleasedClaim(ClaimReleased event, Cause cause) {}
