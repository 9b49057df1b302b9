package io.openrcm.gateway.archive;

import io.openrcm.gateway.x12.syntax.Position;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Why a file or one of its transaction sets cannot be used, and where.
 *
 * @param code stable, in upper snake case
 * @param atByte from 0
 * @param atSegment from 1; 0 where no segment could be told
 */
@Embeddable
public record FileError(
        @Column(name = "error_code") String code,
        @Column(name = "error_at_byte") int atByte,
        @Column(name = "error_at_segment") int atSegment) {

    public static FileError at(Position position, String code) {
        return new FileError(code, position.byteOffset(), position.segment());
    }
}
