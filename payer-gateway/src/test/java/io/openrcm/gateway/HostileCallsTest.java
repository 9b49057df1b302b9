package io.openrcm.gateway;

import io.openrcm.rest.access.HostileCalls;

@GatewayTest
class HostileCallsTest extends HostileCalls {}
