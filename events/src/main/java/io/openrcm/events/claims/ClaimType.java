package io.openrcm.events.claims;

/** The hospital's claim (UB-04) or the physician's (CMS-1500). */
public enum ClaimType {
    INSTITUTIONAL,
    PROFESSIONAL
}
