package io.openrcm.rest;

import io.openrcm.events.FacilityId;
import io.openrcm.security.access.Acting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** For a call that names a facility itself: it must be one of the caller's. */
@ApplicationScoped
public class OwnFacility {

    private final Acting acting;

    public OwnFacility(Acting acting) {
        this.acting = acting;
    }

    /**
     * Refuses another's facility.
     *
     * @param field where the call names it, as {@code /facility}
     */
    public void require(FacilityId facility, String field) {
        if (!acting.known().facilities().include(facility.value())) {
            throw new Problem(
                    RestProblem.FACILITY_NOT_YOURS,
                    "Nothing was changed.",
                    List.of(new FieldError(field, "FACILITY_NOT_YOURS", "a facility that the caller works for")));
        }
    }
}
