package io.openrcm.rest;

/** Errors that every service can answer with. */
public enum RestProblem implements ProblemCode {
    INVALID_JSON(400, "The body is not the JSON that was expected"),
    UNKNOWN_FIELD(400, "The body has a field that is not part of this request"),
    INVALID_FIELD(400, "A field does not keep its rule"),
    INVALID_CURSOR(400, "The cursor in 'after' was not made by this list"),
    INVALID_PARAMETER(400, "A query parameter does not keep its rule"),
    UNAUTHENTICATED(401, "The call needs an access token of this installation, valid now and meant for this service"),
    FORBIDDEN(403, "This caller may not do this"),
    FACILITY_NOT_YOURS(403, "The caller may not do this for that facility"),
    EMERGENCY_ACCESS_NOT_VALID(403, "This emergency access is not the caller's, or does not hold now"),
    OWN_REQUEST(403, "Nobody decides about or reviews what they asked for themselves"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This method is not offered here"),
    NOT_ACCEPTABLE(406, "None of the accepted media types is offered"),
    REQUEST_IN_FLIGHT(409, "The same request is being worked on"),
    EMERGENCY_ACCESS_STATE(409, "In its present state this cannot be done with the emergency access"),
    STALE_VERSION(412, "Somebody changed this since it was read"),
    BODY_TOO_LARGE(413, "The body is larger than allowed"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not understood"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used for another body"),
    PRECONDITION_REQUIRED(428, "The edit must say which version it changes, in If-Match"),
    REQUEST_REFUSED(400, "The request is not understood"),
    TOO_MANY_REQUESTS(429, "More calls than this caller may make; try again later"),
    INTERNAL(500, "Something went wrong on our side"),
    OVERLOADED(503, "Too much work is waiting; try again later");

    private final int status;
    private final String title;

    RestProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
