package io.openrcm.security.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads from a verified access token who calls, and refuses a token that gives too much or says nothing of facilities. */
@ApplicationScoped
public class CallerOfToken implements SecurityIdentityAugmentor {

    static final String ATTRIBUTE = "openrcm.caller";

    private static final String FACILITIES = "facilities";

    private final Optional<String> requiredAcr;

    CallerOfToken(@ConfigProperty(name = "openrcm.access.required-acr") Optional<String> requiredAcr) {
        this.requiredAcr = requiredAcr;
    }

    /** Whoever was found in a token; empty: nobody was. */
    public static Optional<Caller> of(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Uni.createFrom().item(() -> withCaller(identity, token))
                : Uni.createFrom().item(identity);
    }

    private SecurityIdentity withCaller(SecurityIdentity identity, JsonWebToken token) {
        Roles.conflict(identity.getRoles()).ifPresent(why -> {
            throw new ForbiddenException(why);
        });
        var caller = caller(identity, token);
        if (caller.kind() == Caller.Kind.PERSON && !isSignedInAsRequired(token)) {
            throw new AuthenticationFailedException("people need the authentication context that is required here");
        }
        return QuarkusSecurityIdentity.builder(identity)
                .addAttribute(ATTRIBUTE, caller)
                .build();
    }

    /** For instance with a second factor: the token's claim {@code acr} says how its owner signed in. */
    private boolean isSignedInAsRequired(JsonWebToken token) {
        return requiredAcr.isEmpty()
                || requiredAcr.equals(token.<Object>claim("acr").map(CallerOfToken::text));
    }

    private static String text(Object claim) {
        return claim instanceof JsonString json ? json.getString() : claim.toString();
    }

    private static Caller caller(SecurityIdentity identity, JsonWebToken token) {
        var roles = identity.getRoles();
        return new Caller(
                Roles.ofMachine(roles) ? Caller.Kind.MACHINE : Caller.Kind.PERSON,
                Objects.requireNonNullElse(token.getSubject(), token.getName()),
                token.getName(),
                roles,
                facilities(token),
                roles.contains(Roles.PART2) || roles.contains(Roles.HOSPITAL_SYSTEM),
                null);
    }

    /** A token without the claim has no facility; one whose claim does not read is refused. */
    private static Facilities facilities(JsonWebToken token) {
        Optional<JsonArray> claim = token.claim(FACILITIES);
        try {
            List<String> written = new ArrayList<>();
            claim.ifPresent(
                    values -> values.getValuesAs(JsonString.class).forEach(value -> written.add(value.getString())));
            return Facilities.of(written);
        } catch (IllegalArgumentException | ClassCastException unreadable) {
            throw new AuthenticationFailedException("the claim facilities is no list of facility ids", unreadable);
        }
    }
}
