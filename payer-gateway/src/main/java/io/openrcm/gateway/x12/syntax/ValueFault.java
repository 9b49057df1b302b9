package io.openrcm.gateway.x12.syntax;

/** Why one transaction set cannot be understood although the file around it is sound. */
public enum ValueFault {
    /** A required element is empty. */
    MISSING,
    /** Not an amount of dollars and whole cents, or more than ten digits of dollars. */
    AMOUNT,
    /** Not a number. */
    NUMBER,
    /** Not a date of eight digits. */
    DATE,
    /** A code whose meaning decides about money or acceptance and that the guide does not have. */
    UNKNOWN_CODE,
    /** A segment whose parent is missing, for instance a service line before any claim. */
    OUT_OF_PLACE
}
