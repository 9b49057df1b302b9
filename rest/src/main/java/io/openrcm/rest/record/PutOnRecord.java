package io.openrcm.rest.record;

import io.openrcm.security.audit.AuditTrail;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;

/** Within the endpoint's transaction: without the row in the audit trail the change is not made and the record not shown. */
@Interceptor
@Audited
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 250)
class PutOnRecord {

    private final AuditTrail trail;
    private final Caller caller;
    private final TransactionSynchronizationRegistry transactions;

    PutOnRecord(AuditTrail trail, Caller caller, TransactionSynchronizationRegistry transactions) {
        this.trail = trail;
        this.caller = caller;
        this.transactions = transactions;
    }

    @AroundInvoke
    @Nullable
    Object record(InvocationContext call) throws Exception {
        var audited = call.getMethod().getAnnotation(Audited.class);
        var answer = call.proceed();
        if (audited != null) {
            var entry = caller.signed(Calls.entry(audited, call.getMethod(), call.getParameters(), answer));
            if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
                trail.record(entry);
            } else {
                trail.recordApart(entry);
            }
        }
        return answer;
    }
}
