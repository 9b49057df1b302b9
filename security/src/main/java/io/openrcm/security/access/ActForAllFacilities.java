package io.openrcm.security.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import org.jspecify.annotations.Nullable;

/** Before a transaction begins, so that it begins in the service's name; one that is under way in somebody else's is left out of it. */
@Interceptor
@ForAllFacilities
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class ActForAllFacilities {

    private final Acting acting;

    ActForAllFacilities(Acting acting) {
        this.acting = acting;
    }

    @AroundInvoke
    @Nullable
    Object act(InvocationContext call) throws Exception {
        return QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE
                ? QuarkusTransaction.suspendingExisting().call(() -> asService(call))
                : asService(call);
    }

    private @Nullable Object asService(InvocationContext call) throws Exception {
        return acting.<@Nullable Object, Exception>asService(Facilities.ALL, call::proceed);
    }
}
