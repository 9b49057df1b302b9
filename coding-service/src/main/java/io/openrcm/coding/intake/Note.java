package io.openrcm.coding.intake;

import java.time.LocalDateTime;

/**
 * What a clinician wrote, for the coder to read. It never leaves this service.
 *
 * @param writtenAt local time of the facility
 * @param text at most 20,000 characters
 */
public record Note(LocalDateTime writtenAt, String author, String text) {

    @Override
    public String toString() {
        return "Note[withheld]";
    }
}
