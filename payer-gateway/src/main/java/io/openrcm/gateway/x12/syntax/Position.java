package io.openrcm.gateway.x12.syntax;

/**
 * A place in a file.
 *
 * @param byteOffset from 0
 * @param segment ordinal in the file, from 1
 */
public record Position(int byteOffset, int segment) {}
