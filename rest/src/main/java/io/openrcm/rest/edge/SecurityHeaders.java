package io.openrcm.rest.edge;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** What a browser is told about every answer: keep no copy, run nothing from it, show it in no frame (OWASP ASVS 5.0, V3.4). */
@Provider
public class SecurityHeaders implements ContainerResponseFilter {

    private static final Map<String, String> ALWAYS = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy",
                    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        ALWAYS.forEach((name, value) -> response.getHeaders().putSingle(name, value));
    }
}
