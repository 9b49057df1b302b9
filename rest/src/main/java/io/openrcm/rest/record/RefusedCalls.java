package io.openrcm.rest.record;

import io.openrcm.rest.ProblemDetails;
import io.openrcm.security.access.CallerOfToken;
import io.openrcm.security.audit.AuditEntry;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Failed sign-ins, and whatever else was refused or failed, with its code. */
@Provider
public class RefusedCalls implements ContainerResponseFilter {

    private static final int FIRST_REFUSAL = 400;
    private static final int UNAUTHENTICATED = 401;

    private final Refusals refusals;
    private final CurrentIdentityAssociation identities;
    private final ClientAddress address;

    @Context
    @Nullable
    ResourceInfo resource;

    RefusedCalls(Refusals refusals, CurrentIdentityAssociation identities, ClientAddress address) {
        this.refusals = refusals;
        this.identities = identities;
        this.address = address;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var method = resource == null ? null : resource.getResourceMethod();
        var audited = method == null ? null : method.getAnnotation(Audited.class);
        if (audited != null && response.getStatus() >= FIRST_REFUSAL) {
            var code = response.getEntity() instanceof ProblemDetails details
                    ? details.code()
                    : "STATUS_" + response.getStatus();
            var entry = Calls.refused(audited, response.getStatus(), code);
            note(response.getStatus(), address.on(entry));
        }
    }

    /** Who it was may turn out later, because nothing had to be known of him yet; nobody is of a token that was refused as a whole. */
    private void note(int status, AuditEntry entry) {
        if (status == UNAUTHENTICATED) {
            refusals.note(null, entry);
            return;
        }
        var _ = identities
                .getDeferredIdentity()
                .subscribe()
                .with(
                        identity -> refusals.note(CallerOfToken.of(identity).orElse(null), entry),
                        refused -> refusals.note(null, entry));
    }
}
