package io.openrcm.gateway.acknowledgment;

import java.time.Instant;
import java.util.UUID;

/** Where an answer came from. */
public record Origin(UUID fileId, String partner, Instant receivedAt) {}
