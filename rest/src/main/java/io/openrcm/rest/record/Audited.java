package io.openrcm.rest.record;

import io.openrcm.security.audit.AuditAction;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Calls of this endpoint are put on record: who, when, what to which record. Each endpoint has it. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Audited {

    @Nonbinding
    AuditAction action() default AuditAction.READ;

    /** The kind of object in the words of the business, as {@code work-item}. */
    @Nonbinding
    String what() default "";

    /** Configuration and operation, not the care or payment of anybody. */
    @Nonbinding
    boolean operation() default false;

    /**
     * The command that the endpoint calls has transactions of its own and puts itself on record in each; here only what is refused. An
     * endpoint without this is a transaction.
     */
    @Nonbinding
    boolean byCommand() default false;
}
