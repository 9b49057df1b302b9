package io.openrcm.security.access;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;

/** What a test does itself, not over REST, it does as the service, for every facility. */
public final class TestCaller implements QuarkusTestBeforeEachCallback, QuarkusTestAfterEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        var _ = Acting.name(Caller.service("test", Facilities.ALL));
    }

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        var _ = Acting.name(null);
    }
}
