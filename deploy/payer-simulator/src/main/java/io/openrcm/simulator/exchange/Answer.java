package io.openrcm.simulator.exchange;

/** A file for a partner's inbox. */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(String name, byte[] bytes) {

    /** Names it; the content is a patient's. */
    @Override
    public String toString() {
        return name;
    }
}
