package io.openrcm.rest.edge;

import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Caller;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How fast one caller may call. A machine that posts encounters one by one has room for a whole hospital; a person's program gone wild, or a
 * stolen token, does not empty the database.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 2)
public class CallRate implements ContainerRequestFilter {

    private static final int FORGET_ABOVE = 10_000;
    /** Seconds of calls that may be made at once. */
    private static final double BURST_SECONDS = 5;

    private final Acting acting;
    private final double perPerson;
    private final double perMachine;
    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    /**
     * Both in calls per second and replica.
     *
     * @param perPerson {@code openrcm.calls-per-second.person}
     * @param perMachine {@code openrcm.calls-per-second.machine}
     */
    public CallRate(
            Acting acting,
            @ConfigProperty(name = "openrcm.calls-per-second.person") double perPerson,
            @ConfigProperty(name = "openrcm.calls-per-second.machine") double perMachine) {
        this.acting = acting;
        this.perPerson = perPerson;
        this.perMachine = perMachine;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        acting.caller().ifPresent(caller -> {
            int wait = bucket(caller).take(System.nanoTime());
            if (wait > 0) {
                throw new Problem(
                        RestProblem.TOO_MANY_REQUESTS,
                        "Call again after the time in Retry-After.",
                        List.of(),
                        Map.of("Retry-After", Integer.toString(wait)));
            }
        });
    }

    private TokenBucket bucket(Caller caller) {
        if (buckets.size() > FORGET_ABOVE) {
            long now = System.nanoTime();
            buckets.values().removeIf(bucket -> bucket.isFull(now));
        }
        double rate = caller.kind() == Caller.Kind.PERSON ? perPerson : perMachine;
        return buckets.computeIfAbsent(
                caller.id(), _ -> new TokenBucket(rate, Math.max(1, rate * BURST_SECONDS), System.nanoTime()));
    }
}
