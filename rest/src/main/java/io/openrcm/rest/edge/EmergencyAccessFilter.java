package io.openrcm.rest.edge;

import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Elevation;
import io.openrcm.security.emergency.EmergencyAccesses;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;

/** A call that names an emergency access is made with its facilities, or refused; nothing is widened without a word. */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
public class EmergencyAccessFilter implements ContainerRequestFilter {

    /** Names the emergency access under which a call is made. */
    public static final String HEADER = "Emergency-Access";

    private final EmergencyAccesses accesses;
    private final Acting acting;
    private final Elevation elevation;

    public EmergencyAccessFilter(EmergencyAccesses accesses, Acting acting, Elevation elevation) {
        this.accesses = accesses;
        this.acting = acting;
        this.elevation = elevation;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var named = request.getHeaderString(HEADER);
        if (named != null) {
            elevation.to(accesses.elevate(id(named), acting.known()));
        }
    }

    private static UUID id(String named) {
        try {
            return UUID.fromString(named);
        } catch (IllegalArgumentException noId) {
            throw new Problem(RestProblem.EMERGENCY_ACCESS_NOT_VALID, "Ask for one at /emergency-accesses.");
        }
    }
}
