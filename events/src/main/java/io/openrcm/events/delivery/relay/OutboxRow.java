package io.openrcm.events.delivery.relay;

import java.util.UUID;

/** An event as it comes out of the outbox, ready to be sent: nothing in it is parsed. */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record OutboxRow(long id, int lane, UUID aggregateId, String topic, byte[] headers, byte[] payload) {}
