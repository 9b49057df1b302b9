package io.openrcm.rest.record;

import io.openrcm.rest.ProblemDetails;
import io.openrcm.security.access.Acting;
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

    private final Refusals refusals;
    private final Acting acting;
    private final Caller caller;

    @Context
    @Nullable
    ResourceInfo resource;

    RefusedCalls(Refusals refusals, Acting acting, Caller caller) {
        this.refusals = refusals;
        this.acting = acting;
        this.caller = caller;
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
            refusals.note(response.getStatus() == 401 ? null : acting.caller().orElse(null), caller.signed(entry));
        }
    }
}
