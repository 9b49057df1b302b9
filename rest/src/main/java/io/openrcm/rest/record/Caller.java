package io.openrcm.rest.record;

import io.openrcm.security.audit.AuditEntry;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Where a request came from. */
@ApplicationScoped
class Caller {

    private static final String NOT_KNOWN = "unknown";

    private final CurrentVertxRequest request;

    Caller(CurrentVertxRequest request) {
        this.request = request;
    }

    AuditEntry signed(AuditEntry entry) {
        return entry.from(address());
    }

    String address() {
        var current = request.getCurrent();
        if (current == null || current.request().remoteAddress() == null) {
            return NOT_KNOWN;
        }
        return current.request().remoteAddress().hostAddress();
    }
}
