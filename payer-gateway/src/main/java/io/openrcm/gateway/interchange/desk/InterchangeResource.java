package io.openrcm.gateway.interchange.desk;

import io.openrcm.gateway.exchange.Disclosure;
import io.openrcm.gateway.interchange.InterchangeView;
import io.openrcm.gateway.interchange.SentInterchanges;
import io.openrcm.rest.Cursor;
import io.openrcm.rest.Page;
import io.openrcm.rest.record.Audited;
import io.openrcm.security.access.Roles;
import io.openrcm.security.audit.AuditAction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sent files over REST. */
@Path("/interchanges")
@Tag(name = "Sent files")
public class InterchangeResource {

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID HIGHEST = new UUID(-1L, -1L);

    private record Place(Instant preparedAt, UUID id) {}

    private final SentInterchanges interchanges;

    InterchangeResource(SentInterchanges interchanges) {
        this.interchanges = interchanges;
    }

    @GET
    @Transactional
    @RolesAllowed({Roles.BILLER, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    @Audited(action = AuditAction.QUERY, what = "interchange")
    @Operation(summary = "Sent interchanges, newest first")
    @APIResponse(responseCode = "200", description = "One page")
    public Page<InterchangeView> page(
            @QueryParam("tradingPartner") @Nullable String tradingPartner,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        int rows = Page.limit(limit);
        var place = place(after);
        var found = interchanges.page(tradingPartner, place.preparedAt(), place.id(), rows + 1).stream()
                .map(interchange -> interchange.view(List.of()))
                .toList();
        return Page.of(
                found,
                rows,
                view -> Cursor.encode(view.preparedAt().toString(), view.id().toString()));
    }

    @GET
    @Transactional
    @RolesAllowed({Roles.BILLER, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    @Audited(what = "interchange")
    @Path("/{id}")
    @Operation(summary = "One sent interchange")
    @APIResponse(responseCode = "200", description = "The interchange with its transaction sets, without its bytes")
    @APIResponse(responseCode = "404", description = "UNKNOWN_INTERCHANGE")
    public InterchangeView get(@PathParam("id") UUID id) {
        return interchanges.get(id).view(interchanges.sets(id));
    }

    @GET
    @Transactional
    @RolesAllowed({Roles.BILLER, Roles.SUPERVISOR})
    @Audited(action = AuditAction.EXPORT, what = "interchange")
    @Path("/{id}/content")
    @Produces("application/edi-x12")
    @Operation(summary = "The interchange's bytes, exactly as sent")
    @APIResponse(
            responseCode = "200",
            description = Disclosure.DESCRIPTION,
            content =
                    @Content(
                            mediaType = "application/edi-x12",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "UNKNOWN_INTERCHANGE")
    public Response content(@PathParam("id") UUID id) {
        var content = interchanges.content(id).orElseThrow(SentInterchanges::unknown);
        return Disclosure.of(content, interchanges.get(id).underPart2());
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
