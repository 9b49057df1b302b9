package io.openrcm.gateway.archive.desk;

import io.openrcm.gateway.archive.ReceivedFileStatus;
import io.openrcm.gateway.archive.ReceivedFileView;
import io.openrcm.gateway.archive.ReceivedFiles;
import io.openrcm.gateway.exchange.Disclosure;
import io.openrcm.rest.Cursor;
import io.openrcm.rest.Page;
import io.openrcm.rest.record.Audited;
import io.openrcm.security.access.Roles;
import io.openrcm.security.audit.AuditAction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Received files over REST. */
@Path("/received-files")
@Tag(name = "Received files")
public class ReceivedFileResource {

    private final ReceivedFiles files;
    private final RetryFile retryFile;

    ReceivedFileResource(ReceivedFiles files, RetryFile retryFile) {
        this.files = files;
        this.retryFile = retryFile;
    }

    @GET
    @Transactional
    @RolesAllowed({Roles.POSTER, Roles.BILLER, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    @Audited(action = AuditAction.QUERY, what = "received-file")
    @Operation(summary = "Received files, newest first", description = "Without what became of their transaction sets.")
    @APIResponse(responseCode = "200", description = "One page")
    public Page<ReceivedFileView> page(
            @QueryParam("status") @Nullable ReceivedFileStatus status,
            @QueryParam("tradingPartner") @Nullable String tradingPartner,
            @QueryParam("type") @Nullable String type,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        int rows = Page.limit(limit);
        var found = files.page(status, tradingPartner, type, position(after), rows + 1);
        return Page.of(found, rows, file -> Cursor.encode(Long.toString(file.position())))
                .map(file -> file.view(List.of()));
    }

    @GET
    @Transactional
    @RolesAllowed({Roles.POSTER, Roles.BILLER, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    @Audited(what = "received-file")
    @Path("/{id}")
    @Operation(summary = "One received file", description = "With what became of each of its transaction sets.")
    @APIResponse(responseCode = "200", description = "The file without its bytes")
    @APIResponse(responseCode = "404", description = "UNKNOWN_FILE")
    public ReceivedFileView get(@PathParam("id") UUID id) {
        return files.view(id);
    }

    @GET
    @Transactional
    @RolesAllowed({Roles.POSTER, Roles.SUPERVISOR})
    @Audited(action = AuditAction.EXPORT, what = "received-file")
    @Path("/{id}/content")
    @Produces("application/edi-x12")
    @Operation(summary = "The file's bytes, exactly as received")
    @APIResponse(
            responseCode = "200",
            description = Disclosure.DESCRIPTION,
            content =
                    @Content(
                            mediaType = "application/edi-x12",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "UNKNOWN_FILE")
    public Response content(@PathParam("id") UUID id) {
        var content = files.content(id).orElseThrow(ReceivedFiles::unknown);
        return Disclosure.of(content, files.underPart2(id));
    }

    @POST
    @Transactional
    @RolesAllowed({Roles.POSTER, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    @Audited(action = AuditAction.EXECUTE, what = "received-file-retry")
    @Path("/{id}/retries")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Read a quarantined file again",
            description =
                    "After its cause was mended, for instance an unknown payer. Its settled transaction sets stay settled.")
    @APIResponse(
            responseCode = "202",
            description = "It will be read",
            content = @Content(schema = @Schema(implementation = ReceivedFileView.class)))
    @APIResponse(responseCode = "404", description = "UNKNOWN_FILE")
    @APIResponse(responseCode = "409", description = "NOT_QUARANTINED")
    public Response retry(@PathParam("id") UUID id) {
        retryFile.retry(id);
        return Response.accepted(files.view(id)).build();
    }

    private static long position(@Nullable String after) {
        if (after == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(Cursor.decode(after, 1).getFirst());
        } catch (NumberFormatException e) {
            throw Cursor.invalid(e);
        }
    }
}
