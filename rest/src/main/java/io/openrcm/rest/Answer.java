package io.openrcm.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What a request was answered with, in a form that can be kept and given again. */
public record Answer(int status, Object body, Map<String, String> headers) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer created(String location, Object body) {
        return new Answer(201, body, Map.of("Location", location));
    }

    public static Answer ok(Object body) {
        return new Answer(200, body, Map.of());
    }

    public Response toResponse() {
        Response.ResponseBuilder builder =
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
        headers.forEach(builder::header);
        return builder.build();
    }
}
