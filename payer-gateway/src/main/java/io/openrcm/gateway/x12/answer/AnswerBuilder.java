package io.openrcm.gateway.x12.answer;

import io.openrcm.gateway.x12.syntax.Position;
import io.openrcm.gateway.x12.syntax.Segment;

/**
 * Takes in a transaction set segment by segment, without its header and trailer. Either method may end the reading with
 * {@link io.openrcm.gateway.x12.syntax.UnreadableSegment}.
 */
public interface AnswerBuilder {

    void take(Segment segment, Position at);

    PayerAnswer finish();
}
