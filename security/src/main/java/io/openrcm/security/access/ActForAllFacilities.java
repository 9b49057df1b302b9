package io.openrcm.security.access;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Before the transaction begins, so that it begins in the service's name. */
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
        return acting.<@Nullable Object, Exception>asService(Facilities.ALL, call::proceed);
    }
}
