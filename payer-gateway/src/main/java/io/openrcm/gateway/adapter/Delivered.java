package io.openrcm.gateway.adapter;

/** How a file came to be where the partner takes it. */
public enum Delivered {
    NOW,
    /** It was there already, or the partner has taken it. */
    BEFORE
}
