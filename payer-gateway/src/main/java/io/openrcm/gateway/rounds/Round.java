package io.openrcm.gateway.rounds;

/** A piece of work that the service does again and again. */
public interface Round {

    /** Names its thread, and its pause in the configuration. */
    String name();

    /** Does what there is to do. May fail: it will be called again. */
    Pace go();
}
