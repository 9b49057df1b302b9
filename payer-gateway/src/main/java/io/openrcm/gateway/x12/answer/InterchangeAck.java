package io.openrcm.gateway.x12.answer;

import io.openrcm.gateway.x12.syntax.Position;

/**
 * TA1: what became of one of our interchanges.
 *
 * @param interchange TA101, our ISA13 as the partner echoes it
 * @param note TA105, 000 for no error, 025 for a control number used before
 */
public record InterchangeAck(Position at, String interchange, Verdict verdict, String note) implements PayerAnswer {}
