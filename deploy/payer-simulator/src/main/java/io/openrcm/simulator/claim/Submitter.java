package io.openrcm.simulator.claim;

/**
 * Whom to answer.
 *
 * @param qualifier ISA05
 * @param id ISA06 without its spaces
 * @param application GS02
 * @param usage ISA15: T or P
 */
public record Submitter(String qualifier, String id, String application, String usage) {}
