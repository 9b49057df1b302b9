package io.openrcm.rest;

/**
 * One field that broke one rule.
 *
 * @param field JSON pointer into the body, {@code /charges/0/amount}; empty for the body as a whole
 * @param rule the rule's stable code
 * @param message a sentence that never repeats the value
 */
public record FieldError(String field, String rule, String message) {}
