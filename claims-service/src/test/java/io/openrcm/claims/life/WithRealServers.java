package io.openrcm.claims.life;

import io.openrcm.security.identity.TestIssuer;
import io.openrcm.servers.RealServersTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A real PostgreSQL with an empty database, a real Kafka, and an issuer of tokens. */
@WithTestResource(
        value = RealServersTestResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "claims"))
@WithTestResource(value = TestIssuer.class, scope = TestResourceScope.GLOBAL)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithRealServers {}
