package io.openrcm.claims.timeline;

import java.util.UUID;

/**
 * What to note about a claim.
 *
 * @param what the event's name, or a few words for what made no event; at most 60 characters
 * @param detail one sentence without anything about the patient; cut at 500 characters
 * @param by who put it into words
 * @param cause the message or command behind it
 */
public record Happening(String what, String detail, Author by, UUID cause) {

    /** Whose words they are. */
    public enum Author {
        /** A sentence of ours, made of amounts, dates, codes and numbers. */
        SERVICE,
        /** With something that a person or a payer wrote, who may have named the patient all the same. */
        OTHERS
    }

    private static final int DETAIL_LENGTH = 500;

    public Happening {
        if (detail.length() > DETAIL_LENGTH) {
            detail = detail.substring(0, DETAIL_LENGTH - 1) + "…";
        }
    }
}
