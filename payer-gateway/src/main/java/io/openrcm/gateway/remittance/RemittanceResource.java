package io.openrcm.gateway.remittance;

import io.openrcm.rest.Cursor;
import io.openrcm.rest.Page;
import io.openrcm.rest.record.Audited;
import io.openrcm.security.access.Roles;
import io.openrcm.security.audit.AuditAction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Remittances over REST. */
@Path("/remittances")
@Tag(name = "Remittances")
public class RemittanceResource {

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID HIGHEST = new UUID(-1L, -1L);

    private record Place(Instant receivedAt, UUID id) {}

    private final Remittances remittances;

    RemittanceResource(Remittances remittances) {
        this.remittances = remittances;
    }

    @GET
    @Transactional
    @RolesAllowed({Roles.POSTER, Roles.SUPERVISOR})
    @Audited(action = AuditAction.QUERY, what = "remittance")
    @Operation(summary = "Payments that payers have accounted for, newest first")
    @APIResponse(responseCode = "200", description = "One page")
    public Page<RemittanceView> page(
            @QueryParam("status") @Nullable RemittanceStatus status,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        int rows = Page.limit(limit);
        var place = place(after);
        var found = remittances.page(status, place.receivedAt(), place.id(), rows + 1).stream()
                .map(Remittance::view)
                .toList();
        return Page.of(
                found,
                rows,
                view -> Cursor.encode(view.receivedAt().toString(), view.id().toString()));
    }

    private static Place place(@Nullable String after) {
        if (after == null) {
            return new Place(LATEST, HIGHEST);
        }
        var keys = Cursor.decode(after, 2);
        try {
            return new Place(Instant.parse(keys.get(0)), UUID.fromString(keys.get(1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.invalid(e);
        }
    }
}
