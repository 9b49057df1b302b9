package io.openrcm.security.audit;

import java.time.Instant;

/** A row of the audit trail. */
public record AuditRow(long id, Instant at, Actor actor, AuditEntry entry) {}
