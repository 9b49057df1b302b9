package io.openrcm.rest.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.openrcm.events.InvalidValue;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.Problem;
import io.openrcm.rest.ProblemDetails;
import io.openrcm.rest.RestProblem;
import io.openrcm.security.emergency.EmergencyRefused;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.hibernate.StaleObjectStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every exception into problem details; what nobody foresaw shows an id and nothing else. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        Response.ResponseBuilder builder = respond(problem);
        problem.headers().forEach(builder::header);
        return builder.build();
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException e) {
        return respond(JsonErrors.problem(e)).build();
    }

    /** Said apart because the framework has a mapper of its own for just this type. */
    @ServerExceptionMapper
    public Response mismatch(MismatchedInputException e) {
        return respond(JsonErrors.problem(e)).build();
    }

    @ServerExceptionMapper
    public Response invalidValue(InvalidValue e) {
        return respond(new Problem(
                        RestProblem.INVALID_FIELD,
                        "Mend the value and send it again.",
                        List.of(new FieldError("", e.rule(), String.valueOf(e.getMessage())))))
                .build();
    }

    @ServerExceptionMapper
    public Response noToken(UnauthorizedException e) {
        return unauthenticated();
    }

    /** One answer whatever is wrong with a token, so that nobody learns from it how to make a better one. */
    @ServerExceptionMapper
    public Response refusedToken(AuthenticationFailedException e) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return respond(new Problem(
                        RestProblem.FORBIDDEN, "It needs another role, or roles that do not exclude each other."))
                .build();
    }

    @ServerExceptionMapper
    public Response emergency(EmergencyRefused e) {
        return respond(emergencyProblem(e)).build();
    }

    @ServerExceptionMapper
    public Response stale(OptimisticLockException e) {
        return stale();
    }

    @ServerExceptionMapper
    public Response staleRow(StaleObjectStateException e) {
        return stale();
    }

    @ServerExceptionMapper
    public Response framework(WebApplicationException e) {
        Problem hidden = hiddenProblem(e);
        if (hidden != null) {
            return problem(hidden);
        }
        int status = e.getResponse().getStatus();
        if (status >= 500) {
            return unforeseen(e);
        }
        return respond(new Problem(codeOf(status), codeOf(status).title() + "."))
                .build();
    }

    @ServerExceptionMapper
    public Response unforeseen(Throwable e) {
        Problem hidden = hiddenProblem(e);
        if (hidden != null) {
            return problem(hidden);
        }
        UUID id = UUID.randomUUID();
        // The exception's message may repeat a row's values, so only its type and place are logged.
        LOG.errorf("request failed, id %s: %s", id, Traces.withoutMessages(e));
        return respond(new Problem(RestProblem.INTERNAL, "Tell support the id " + id + "."))
                .build();
    }

    private static @Nullable Problem hiddenProblem(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof JsonProcessingException json) {
                return JsonErrors.problem(json);
            }
            if (cause instanceof EmergencyRefused refused) {
                return emergencyProblem(refused);
            }
            if (cause instanceof OptimisticLockException || cause instanceof StaleObjectStateException) {
                return staleProblem();
            }
        }
        return null;
    }

    private static RestProblem codeOf(int status) {
        return switch (status) {
            case 404 -> RestProblem.NOT_FOUND;
            case 405 -> RestProblem.METHOD_NOT_ALLOWED;
            case 406 -> RestProblem.NOT_ACCEPTABLE;
            case 413 -> RestProblem.BODY_TOO_LARGE;
            case 415 -> RestProblem.UNSUPPORTED_MEDIA_TYPE;
            default -> RestProblem.REQUEST_REFUSED;
        };
    }

    private static Problem emergencyProblem(EmergencyRefused e) {
        return switch (e.because()) {
            case NOT_YOURS, NOT_UNDER_WAY ->
                new Problem(RestProblem.EMERGENCY_ACCESS_NOT_VALID, "Ask for one at /emergency-accesses.");
            case OWN_REQUEST -> new Problem(RestProblem.OWN_REQUEST, "A second person has to.");
            case STILL_UNDER_WAY, WRONG_STATE ->
                new Problem(RestProblem.EMERGENCY_ACCESS_STATE, "Read how it stands; nothing was changed.");
            case UNKNOWN -> new Problem(RestProblem.NOT_FOUND, "There is no such emergency access.");
        };
    }

    private static Response unauthenticated() {
        return respond(new Problem(RestProblem.UNAUTHENTICATED, "Sign in again."))
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    private static Response stale() {
        return respond(staleProblem()).build();
    }

    private static Problem staleProblem() {
        return new Problem(RestProblem.STALE_VERSION, "Read it again, then repeat the edit with the new ETag.");
    }

    private static Response.ResponseBuilder respond(Problem problem) {
        return Response.status(problem.code().status())
                .type(ProblemDetails.MEDIA_TYPE)
                .entity(problem.details());
    }
}
