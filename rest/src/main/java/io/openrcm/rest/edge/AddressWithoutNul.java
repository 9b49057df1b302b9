package io.openrcm.rest.edge;

import io.openrcm.rest.FieldError;
import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** No value has the character U+0000, and PostgreSQL takes no text with it: who sends it is told so, before it gets that far. */
@Provider
@Priority(Priorities.AUTHORIZATION + 3)
public class AddressWithoutNul implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        refuseIn(request.getUriInfo().getPathParameters());
        refuseIn(request.getUriInfo().getQueryParameters());
    }

    private static void refuseIn(MultivaluedMap<String, String> parameters) {
        parameters.forEach((name, values) -> {
            if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw new Problem(
                        RestProblem.INVALID_PARAMETER,
                        "No value has the character U+0000.",
                        List.of(new FieldError(name, "CHARACTER", "without the character U+0000")));
            }
        });
    }
}
