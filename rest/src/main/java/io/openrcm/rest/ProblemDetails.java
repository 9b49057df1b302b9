package io.openrcm.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of every error, RFC 9457 ({@code application/problem+json}).
 *
 * @param type an address that names the code; nothing needs to be there
 * @param code the catalogue code, stable
 * @param errors which fields broke which rules; empty where the error is about no field
 */
@Schema(name = "Problem", description = "RFC 9457 problem details")
public record ProblemDetails(
        String type, String title, int status, String code, String detail, List<FieldError> errors) {

    static final String TYPE_PREFIX = "https://openrcm.io/problems/";

    /** {@code application/problem+json}. */
    public static final String MEDIA_TYPE = "application/problem+json";
}
