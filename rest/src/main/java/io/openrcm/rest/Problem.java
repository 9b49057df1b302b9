package io.openrcm.rest;

import java.util.List;
import java.util.Map;

/** An error that the caller can see and act on; becomes RFC 9457 problem details. Never names a patient. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemCode code;
    private final transient List<FieldError> errors;
    private final transient Map<String, String> headers;

    public Problem(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    public Problem(ProblemCode code, String detail, List<FieldError> errors) {
        this(code, detail, errors, Map.of());
    }

    public Problem(ProblemCode code, String detail, List<FieldError> errors, Map<String, String> headers) {
        super(detail);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    /** Refuses work for a while: 503 with {@code Retry-After}. */
    public static Problem overloaded(int retryAfterSeconds) {
        return new Problem(
                RestProblem.OVERLOADED,
                "Send the request again after the time in Retry-After.",
                List.of(),
                Map.of("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    public ProblemCode code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** The problem as it is sent. */
    public ProblemDetails details() {
        return new ProblemDetails(
                ProblemDetails.TYPE_PREFIX + code.name(),
                code.title(),
                code.status(),
                code.name(),
                String.valueOf(getMessage()),
                errors);
    }
}
