package io.openrcm.security.audit.verification;

import io.openrcm.security.audit.chain.CanonicalRow;
import org.jspecify.annotations.Nullable;

/**
 * A seal and the row it is of.
 *
 * @param row null: there is none of this id
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record SealedRow(
        long place, long recordId, byte[] hash, @Nullable CanonicalRow row) {}
