package io.openrcm.rest.record;

import io.openrcm.security.audit.AuditEntry;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Where the request came from in which something is done. */
@ApplicationScoped
public class ClientAddress {

    private static final String NOT_KNOWN = "unknown";

    private final CurrentVertxRequest request;

    ClientAddress(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Unchanged where there is no request. */
    public AuditEntry on(AuditEntry entry) {
        return Arc.container().requestContext().isActive() ? entry.from(address()) : entry;
    }

    private String address() {
        var current = request.getCurrent();
        if (current == null || current.request().remoteAddress() == null) {
            return NOT_KNOWN;
        }
        return current.request().remoteAddress().hostAddress();
    }
}
