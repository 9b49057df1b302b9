package io.openrcm.security.sealing.resealing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a stale row is to become, all of it under the primary keys. */
record FreshRow(StaleRow before, List<byte @Nullable []> sealed, List<byte @Nullable []> indexes) {}
