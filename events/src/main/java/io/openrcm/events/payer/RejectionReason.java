package io.openrcm.events.payer;

import org.jspecify.annotations.Nullable;

/**
 * Why a claim was refused before adjudication.
 *
 * @param source who refused it
 * @param category claim status category code value, or the acknowledgment's error code
 * @param code claim status code value, where given
 * @param entity what the code is about, where given: an entity code value, or the place in the file
 */
public record RejectionReason(
        Source source,
        String category,
        @Nullable String code,
        @Nullable String entity) {

    public enum Source {
        ENVELOPE,
        SYNTAX,
        CLEARINGHOUSE,
        PAYER
    }
}
