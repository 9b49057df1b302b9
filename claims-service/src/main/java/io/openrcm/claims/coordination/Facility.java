package io.openrcm.claims.coordination;

import io.openrcm.events.FacilityId;
import io.openrcm.events.claims.BillingProvider;
import java.time.ZoneId;

/** A hospital or site that bills, with what every one of its claims says about it. */
public record Facility(FacilityId id, BillingProvider billingProvider, ZoneId timeZone) {}
