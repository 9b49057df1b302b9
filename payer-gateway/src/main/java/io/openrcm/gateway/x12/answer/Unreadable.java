package io.openrcm.gateway.x12.answer;

import io.openrcm.gateway.x12.syntax.Position;
import io.openrcm.gateway.x12.syntax.ValueFault;

/**
 * A transaction set that we should take and cannot understand. Nothing of it may be used; the other sets of the file are
 * not concerned.
 *
 * @param transaction ST01, or TA1
 * @param controlNumber ST02, or the acknowledged ISA13
 * @param at where the set begins
 * @param segment name of the segment that has the fault
 * @param faultAt where that segment begins
 */
public record Unreadable(
        String transaction, String controlNumber, Position at, String segment, Position faultAt, ValueFault fault)
        implements PayerAnswer {}
