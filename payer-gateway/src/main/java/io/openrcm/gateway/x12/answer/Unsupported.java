package io.openrcm.gateway.x12.answer;

import io.openrcm.gateway.x12.syntax.Position;

/** A sound transaction set of a kind or version that we do not take, for instance version 4010. */
public record Unsupported(SetHeader header) implements PayerAnswer {

    @Override
    public Position at() {
        return header.at();
    }
}
