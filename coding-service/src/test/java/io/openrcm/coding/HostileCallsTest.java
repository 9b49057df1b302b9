package io.openrcm.coding;

import io.openrcm.rest.access.HostileCalls;

@CodingServiceTest
class HostileCallsTest extends HostileCalls {}
