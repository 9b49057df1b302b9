package io.openrcm.gateway.x12.syntax;

/** Why a whole file cannot be trusted. */
public enum SyntaxFault {
    /** Longer than the limit. */
    FILE_TOO_LARGE,
    /** Does not begin with an interchange header, or something else follows an interchange. */
    NOT_X12,
    /** The interchange header is not 106 characters with its separators at their fixed places. */
    HEADER_NOT_FIXED_WIDTH,
    /** Two delimiters are the same character, or one is a letter, a digit or a space. */
    DELIMITERS_UNUSABLE,
    /** No terminator within the longest segment we take. */
    SEGMENT_TOO_LONG,
    /** More elements than any segment has. */
    TOO_MANY_ELEMENTS,
    /** A segment does not begin with a name of two or three letters and digits. */
    SEGMENT_NAME,
    /** A control character inside an element. */
    CONTROL_CHARACTER,
    /** A segment stands where the envelope does not allow it, for instance a transaction set outside a group. */
    OUT_OF_PLACE,
    /** The next header comes before the trailer of the last one. */
    TRAILER_MISSING
}
