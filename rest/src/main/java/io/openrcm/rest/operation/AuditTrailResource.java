package io.openrcm.rest.operation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrcm.rest.Cursor;
import io.openrcm.rest.Page;
import io.openrcm.rest.Problem;
import io.openrcm.rest.record.Audited;
import io.openrcm.rest.record.ClientAddress;
import io.openrcm.security.access.Roles;
import io.openrcm.security.audit.AuditAction;
import io.openrcm.security.audit.AuditEntry;
import io.openrcm.security.audit.AuditQuery;
import io.openrcm.security.audit.AuditRow;
import io.openrcm.security.audit.AuditTrail;
import io.openrcm.security.audit.fhir.AuditEvents;
import io.openrcm.security.audit.verification.Finding;
import io.openrcm.security.audit.verification.Verification;
import io.openrcm.security.audit.verification.VerifyAuditTrail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit trail of this service, for auditors. */
@Path("/")
@Tag(name = "Audit trail")
public class AuditTrailResource {

    private static final String FHIR = "application/fhir+json";
    private static final int RETRY_AFTER_SECONDS = 30;

    private final AuditQuery query;
    private final VerifyAuditTrail verify;
    private final AuditTrail trail;
    private final ClientAddress address;
    private final String service;
    private final Semaphore oneAtATime = new Semaphore(1);

    AuditTrailResource(
            AuditQuery query,
            VerifyAuditTrail verify,
            AuditTrail trail,
            ClientAddress address,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.query = query;
        this.verify = verify;
        this.trail = trail;
        this.address = address;
        this.service = service;
    }

    /**
     * What a verification came to.
     *
     * @param intact nothing was found that is not as it was sealed
     * @param rows so many records were read
     * @param checkpoints so many signed checkpoints of the trail
     * @param published so many lines of the published checkpoints
     * @param complete false: there is more than is listed
     */
    public record VerificationView(
            boolean intact, long rows, long checkpoints, long published, List<FindingView> findings, boolean complete) {

        static VerificationView of(Verification verification) {
            return new VerificationView(
                    verification.isIntact(),
                    verification.rows(),
                    verification.checkpoints(),
                    verification.published(),
                    verification.findings().stream().map(FindingView::of).toList(),
                    verification.isComplete());
        }
    }

    /**
     * Something that is not as it was sealed.
     *
     * @param detail a sentence with its place and, where it is about one, the record's id
     */
    public record FindingView(Finding.Kind kind, String detail) {
        static FindingView of(Finding finding) {
            return new FindingView(finding.kind(), finding.toString());
        }
    }

    @GET
    @Path("/audit-records")
    @RolesAllowed(Roles.AUDITOR)
    @Transactional
    @Audited(action = AuditAction.QUERY, what = "audit-record", operation = true)
    @Operation(
            summary = "Who did what, the latest first",
            description = "Of the caller's facilities; records that name no facility only for auditors of all of them.")
    @APIResponse(responseCode = "200", description = "One page; 'next' is absent on the last")
    @APIResponse(responseCode = "400", description = "INVALID_PARAMETER, INVALID_CURSOR")
    public Page<AuditRecordView> records(@BeanParam AuditRecordFilter filter) {
        return page(filter).map(AuditRecordView::of);
    }

    @GET
    @Path("/audit-events")
    @RolesAllowed(Roles.AUDITOR)
    @Transactional
    @Audited(action = AuditAction.EXPORT, what = "audit-record", operation = true)
    @Produces(FHIR)
    @Operation(
            summary = "The same as a FHIR R4 Bundle of AuditEvent, after IHE BALP",
            description = "The link 'next' leads to the next page.")
    @APIResponse(responseCode = "200", description = "A Bundle of type searchset")
    @APIResponse(responseCode = "400", description = "INVALID_PARAMETER, INVALID_CURSOR")
    public ObjectNode events(@BeanParam AuditRecordFilter filter) {
        var page = page(filter);
        var bundle = JsonNodeFactory.instance.objectNode();
        bundle.put("resourceType", "Bundle");
        bundle.put("type", "searchset");
        if (page.next() != null) {
            bundle.putArray("link")
                    .addObject()
                    .put("relation", "next")
                    .put("url", "/audit-events?after=" + page.next());
        }
        var entries = bundle.putArray("entry");
        page.items().forEach(row -> entries.addObject().set("resource", AuditEvents.fhir(row, service)));
        return bundle;
    }

    @POST
    @Path("/audit-verifications")
    @RolesAllowed(Roles.AUDITOR)
    @Audited(action = AuditAction.EXECUTE, what = "audit-verification", operation = true, byCommand = true)
    @Operation(
            summary =
                    "Reads the whole trail and compares it with its chain, its signatures and what was published of them",
            description = "Some hundred thousand records a second; one verification at a time.")
    @APIResponse(responseCode = "200", description = "What was found; an intact trail has 'intact' true")
    @APIResponse(responseCode = "503", description = "OVERLOADED: another verification is under way")
    public VerificationView verify() {
        if (!oneAtATime.tryAcquire()) {
            throw Problem.overloaded(RETRY_AFTER_SECONDS);
        }
        try {
            trail.recordApart(
                    address.on(AuditEntry.execute("audit-verification").inOperation()));
            return VerificationView.of(verify.now());
        } finally {
            oneAtATime.release();
        }
    }

    private Page<AuditRow> page(AuditRecordFilter filter) {
        int size = Page.limit(filter.limit);
        var found = query.find(filter.filter(), filter.before(), size + 1);
        return Page.of(found, size, last -> Cursor.encode(Long.toString(last.id())));
    }
}
