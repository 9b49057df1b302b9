package io.openrcm.rest.access;

import static io.restassured.config.HeaderConfig.headerConfig;

import io.openrcm.security.access.Roles;
import io.openrcm.security.identity.Token;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** A test that does not say who calls calls as somebody who may, for every facility. */
public final class SignedIn implements QuarkusTestBeforeEachCallback, Filter {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.config =
                RestAssured.config().headerConfig(headerConfig().overwriteHeadersWithName("Authorization"));
        RestAssured.replaceFiltersWith(List.of(this));
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        if (!request.getHeaders().hasHeaderWithName("Authorization")) {
            var service = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
            AccessIntent.find(
                            service,
                            request.getMethod(),
                            URI.create(request.getURI()).getPath())
                    .ifPresent(line -> {
                        var _ = request.header(
                                "Authorization", Token.bearer(roles(line.roles().getFirst())));
                    });
        }
        return context.next(request, response);
    }

    /** The roles administrator and part2 exclude each other. */
    private static String[] roles(String role) {
        return role.equals(Roles.ADMINISTRATOR) ? new String[] {role} : new String[] {role, Roles.PART2};
    }
}
