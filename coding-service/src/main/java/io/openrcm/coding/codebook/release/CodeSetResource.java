package io.openrcm.coding.codebook.release;

import io.openrcm.coding.CodingProblem;
import io.openrcm.coding.codebook.CodeRelease;
import io.openrcm.coding.codebook.CodeSystem;
import io.openrcm.coding.codebook.Codebook;
import io.openrcm.coding.codebook.Codes;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import io.openrcm.rest.record.Audited;
import io.openrcm.security.access.Roles;
import io.openrcm.security.audit.AuditAction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The releases of code sets that encounters are validated against. */
@Path("/code-sets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "code sets")
public class CodeSetResource {

    private static final long MAX_RELEASE_BYTES = 64L << 20;
    private static final String CSV = "text/csv";

    private final LoadRelease loadRelease;
    private final Codebook codebook;
    private final Codes codes;

    public CodeSetResource(LoadRelease loadRelease, Codebook codebook, Codes codes) {
        this.loadRelease = loadRelease;
        this.codebook = codebook;
        this.codes = codes;
    }

    @GET
    @RolesAllowed({Roles.CODER, Roles.BILLER, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    @Transactional
    @Audited(action = AuditAction.QUERY, what = "code-release", operation = true)
    @Path("releases")
    @Operation(operationId = "listCodeReleases", summary = "Every release that was loaded, oldest first")
    public List<CodeRelease> list() {
        return codes.releases();
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Audited(action = AuditAction.CREATE, what = "code-release", operation = true, byCommand = true)
    @Path("{system}/releases")
    @Consumes({MediaType.TEXT_PLAIN, CSV})
    @Operation(
            operationId = "loadCodeRelease",
            summary = "Loads a release of ICD-10-CM, ICD-10-PCS, HCPCS, CPT or REVENUE",
            description =
                    "text/plain is the official file: the order file for ICD-10, the fixed-width file for HCPCS. text/csv"
                            + " is code,validFrom,validTo,title for any system. Loading a release twice changes nothing.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "201",
            description = "Loaded",
            content = @Content(schema = @Schema(implementation = CodeRelease.class)))
    @APIResponse(responseCode = "404", description = "UNKNOWN_CODE_SYSTEM")
    @APIResponse(responseCode = "409", description = "STALE_CODE_RELEASE")
    @APIResponse(responseCode = "422", description = "CODE_RELEASE_INVALID, with the line")
    public Response load(
            @PathParam("system") String label,
            @QueryParam("validFrom") @Nullable LocalDate validFrom,
            @QueryParam("complete") @DefaultValue("true") boolean isComplete,
            @HeaderParam("Content-Type") String mediaType,
            InputStream body) {
        CodeSystem system = CodeSystem.labelled(label)
                .orElseThrow(() -> new Problem(
                        CodingProblem.UNKNOWN_CODE_SYSTEM, "Known are ICD-10-CM, ICD-10-PCS, HCPCS, CPT, REVENUE."));
        if (validFrom == null) {
            throw new Problem(
                    RestProblem.INVALID_PARAMETER,
                    "validFrom is the release's first day.",
                    List.of(new FieldError("validFrom", "REQUIRED", "a date like 2026-10-01")));
        }
        var form = mediaType.startsWith(CSV) ? LoadRelease.Form.CSV : LoadRelease.Form.OFFICIAL;
        // The official files are Latin-1; codes and our own files are ASCII in either.
        var lines = new BufferedReader(new InputStreamReader(limited(body), StandardCharsets.ISO_8859_1)).lines();
        CodeRelease release = loadRelease.load(system, validFrom, isComplete, form, lines.iterator());
        codebook.reload();
        return Response.status(Response.Status.CREATED).entity(release).build();
    }

    private static InputStream limited(InputStream body) {
        return new ReleaseStream(body, MAX_RELEASE_BYTES);
    }
}
