package io.openrcm.security;

import io.openrcm.servers.RealServersTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A real PostgreSQL with an empty database and the roles of one. */
@WithTestResource(
        value = RealServersTestResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "security"))
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RealServersTest {}
