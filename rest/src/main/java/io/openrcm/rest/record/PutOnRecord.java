package io.openrcm.rest.record;

import io.openrcm.security.audit.AuditTrail;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Within the endpoint's transaction: without the row in the audit trail the change is not made and the record not shown. */
@Interceptor
@Audited
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 250)
class PutOnRecord {

    private final AuditTrail trail;
    private final ClientAddress address;

    PutOnRecord(AuditTrail trail, ClientAddress address) {
        this.trail = trail;
        this.address = address;
    }

    @AroundInvoke
    @Nullable
    Object record(InvocationContext call) throws Exception {
        var audited = call.getMethod().getAnnotation(Audited.class);
        var answer = call.proceed();
        if (audited != null && !audited.byCommand()) {
            trail.record(address.on(Calls.entry(audited, call.getMethod(), call.getParameters(), answer)));
        }
        return answer;
    }
}
