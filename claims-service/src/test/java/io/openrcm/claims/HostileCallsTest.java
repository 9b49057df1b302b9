package io.openrcm.claims;

import io.openrcm.claims.life.WithRealServers;
import io.openrcm.rest.access.HostileCalls;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithRealServers
class HostileCallsTest extends HostileCalls {}
