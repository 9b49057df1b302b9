package io.openrcm.gateway.archive.desk;

import io.openrcm.gateway.GatewayProblem;
import io.openrcm.gateway.archive.KeepFile;
import io.openrcm.gateway.archive.ReceivedFileLimit;
import io.openrcm.gateway.archive.ReceivedFileView;
import io.openrcm.gateway.archive.ReceivedFiles;
import io.openrcm.gateway.partner.TradingPartners;
import io.openrcm.rest.Problem;
import io.openrcm.rest.record.Audited;
import io.openrcm.security.access.Roles;
import io.openrcm.security.audit.AuditAction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where an adapter that is no folder puts what a trading partner sent. */
@Path("/trading-partners/{id}/files")
@Tag(name = "Received files")
public class PushedFileResource {

    private static final int MOST_NAME = 255;

    private final TradingPartners partners;
    private final KeepFile keepFile;
    private final ReceivedFiles files;
    private final ReceivedFileLimit limit;

    PushedFileResource(TradingPartners partners, KeepFile keepFile, ReceivedFiles files, ReceivedFileLimit limit) {
        this.partners = partners;
        this.keepFile = keepFile;
        this.files = files;
        this.limit = limit;
    }

    @POST
    @RolesAllowed(Roles.PAYER_ADAPTER)
    @Audited(action = AuditAction.CREATE, what = "received-file", byCommand = true)
    @Consumes({"application/edi-x12", MediaType.APPLICATION_OCTET_STREAM, MediaType.TEXT_PLAIN})
    @Operation(
            summary = "Hand over one file from a trading partner",
            description =
                    "It is kept, then read within a second. The same bytes again are kept as a duplicate and change"
                            + " nothing, so a request may be repeated at will.")
    @APIResponse(
            responseCode = "201",
            description = "Kept; Location is where to see what became of it",
            content = @Content(schema = @Schema(implementation = ReceivedFileView.class)))
    @APIResponse(responseCode = "404", description = "UNKNOWN_TRADING_PARTNER")
    @APIResponse(responseCode = "413", description = "FILE_TOO_LARGE")
    public Response push(
            @PathParam("id") String id, @HeaderParam("File-Name") @Nullable String fileName, InputStream body)
            throws IOException {
        var partner = partners.get(id);
        var bytes = body.readNBytes(limit.bytes() + 1);
        if (bytes.length > limit.bytes()) {
            throw new Problem(
                    GatewayProblem.FILE_TOO_LARGE, "A file has at most " + limit.bytes() + " bytes; split it.");
        }
        var name = fileName == null || fileName.isBlank() ? "pushed" : fileName;
        var kept = keepFile.keep(partner.id(), name.substring(0, Math.min(name.length(), MOST_NAME)), bytes);
        return Response.created(URI.create("/received-files/" + kept))
                .entity(files.view(kept))
                .build();
    }
}
