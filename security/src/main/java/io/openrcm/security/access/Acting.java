package io.openrcm.security.access;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Who acts in this thread: whoever was named for the work at hand, else the sender of the request. */
@ApplicationScoped
public class Acting {

    /** What is done in somebody's name. */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        T run() throws X;
    }

    private static final ThreadLocal<@Nullable Caller> NAMED = new ThreadLocal<>();

    private final Instance<CurrentIdentityAssociation> identities;
    private final Elevation elevation;
    private final String service;

    Acting(
            Instance<CurrentIdentityAssociation> identities,
            Elevation elevation,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.identities = identities;
        this.elevation = elevation;
        this.service = service;
    }

    /** Empty: nobody does, and the database shows and takes nothing. */
    public Optional<Caller> caller() {
        var named = NAMED.get();
        return named == null ? Optional.ofNullable(ofRequest()) : Optional.of(named);
    }

    /** Whoever acts; somebody must. */
    public Caller known() {
        return caller().orElseThrow(() -> new IllegalStateException("nobody is known to act here"));
    }

    /** Does the work in the name of the service, for the facilities it is about. */
    public <T, X extends Exception> T asService(Facilities facilities, Work<T, X> work) throws X {
        return as(Caller.service(service, facilities), work);
    }

    /** Does the work in somebody's name, in this thread. */
    public <T, X extends Exception> T as(Caller caller, Work<T, X> work) throws X {
        var before = name(caller);
        try {
            return work.run();
        } finally {
            var _ = name(before);
        }
    }

    /** Names who acts from here on in this thread, or nobody; returns who was named before. */
    static @Nullable Caller name(@Nullable Caller caller) {
        var before = NAMED.get();
        if (caller == null) {
            NAMED.remove();
        } else {
            NAMED.set(caller);
        }
        return before;
    }

    private @Nullable Caller ofRequest() {
        var container = Arc.container();
        if (container == null || !container.requestContext().isActive() || !identities.isResolvable()) {
            return null;
        }
        SecurityIdentity identity = identities.get().getIdentity();
        if (identity == null || identity.isAnonymous()) {
            return null;
        }
        Caller caller = identity.getAttribute(CallerOfToken.ATTRIBUTE);
        return elevation.caller().orElse(caller);
    }
}
