package io.openrcm.followup;

import io.openrcm.rest.access.HostileCalls;

@RealServersTest
class HostileCallsTest extends HostileCalls {}
