package io.openrcm.gateway.x12.answer;

import io.openrcm.gateway.x12.syntax.Position;

/** One thing that a trading partner tells us: an acknowledgment, a remittance, or something we do not take. */
public sealed interface PayerAnswer
        permits InterchangeAck, ImplementationAck, ClaimAck, RemittanceAdvice, Unsupported, Unreadable {

    /** Where it begins in the file. */
    Position at();
}
