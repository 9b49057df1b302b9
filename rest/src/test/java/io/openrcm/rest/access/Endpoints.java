package io.openrcm.rest.access;

import io.quarkus.arc.Arc;
import jakarta.enterprise.inject.Any;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The endpoints as the code has them: each method of each resource. */
final class Endpoints {

    static final String JSON = MediaType.APPLICATION_JSON;

    /** Read once, at the first question. */
    private static final class Read {
        static final Map<String, String> ENDPOINTS = read();
    }

    private Endpoints() {}

    /** By method and path template, as {@code GET /claims/{number}}, the media type that the endpoint reads first. */
    static Map<String, String> withMediaTypes() {
        return Read.ENDPOINTS;
    }

    private static Map<String, String> read() {
        var endpoints = new TreeMap<String, String>();
        var beans = Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE);
        for (var bean : beans) {
            var base = bean.getBeanClass().getAnnotation(Path.class);
            if (base != null && bean.getBeanClass().getName().startsWith("io.openrcm")) {
                for (var method : bean.getBeanClass().getDeclaredMethods()) {
                    add(endpoints, base.value(), method);
                }
            }
        }
        return Collections.unmodifiableMap(endpoints);
    }

    private static void add(Map<String, String> endpoints, String base, Method method) {
        for (var annotation : method.getAnnotations()) {
            var verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                var own = method.getAnnotation(Path.class);
                var path = "/" + base + "/" + (own == null ? "" : own.value());
                endpoints.put(
                        verb.value() + " " + path.replaceAll("/+", "/").replaceAll("(.)/$", "$1"), mediaType(method));
            }
        }
    }

    private static String mediaType(Method method) {
        var consumes = method.getAnnotation(Consumes.class);
        return consumes == null ? JSON : consumes.value()[0];
    }
}
