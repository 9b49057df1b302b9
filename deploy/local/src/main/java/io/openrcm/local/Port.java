package io.openrcm.local;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The ports of the stack, each with the program that listens on it. */
enum Port {
    POSTGRES(Port.SERVERS, "PostgreSQL", 15_432, 0),
    KAFKA(Port.SERVERS, "Kafka", 19_092, 1),
    CODING("coding-service", "coding-service", 8_081, 2),
    CLAIMS("claims-service", "claims-service", 8_082, 3),
    GATEWAY("payer-gateway", "payer-gateway", 8_083, 4),
    FOLLOWUP("followup-service", "followup-service", 8_084, 5),
    SIMULATOR("payer-simulator", "payer-simulator", 8_090, 6),
    KEYCLOAK(Port.IDENTITY, "Keycloak", 18_080, 7),
    CODING_MANAGEMENT("coding-service", "coding-service", 9_081, 8),
    CLAIMS_MANAGEMENT("claims-service", "claims-service", 9_082, 9),
    GATEWAY_MANAGEMENT("payer-gateway", "payer-gateway", 9_083, 10),
    FOLLOWUP_MANAGEMENT("followup-service", "followup-service", 9_084, 11);

    /** PostgreSQL and Kafka are one program. */
    static final String SERVERS = "servers";

    static final String IDENTITY = "keycloak";

    private static final String BASE = "RCM_PORT_BASE";
    private static final int HIGHEST = 65_535;

    private final String program;
    private final String user;
    private final int usual;
    private final int afterBase;

    Port(String program, String user, int usual, int afterBase) {
        this.program = program;
        this.user = user;
        this.usual = usual;
        this.afterBase = afterBase;
    }

    String program() {
        return program;
    }

    String user() {
        return user;
    }

    /** The port of the same program for health and metrics. */
    Port management() {
        return valueOf(name() + "_MANAGEMENT");
    }

    /** The port on which the service of this name is called. */
    static Optional<Port> serviceNamed(String program) {
        return Stream.of(CODING, CLAIMS, GATEWAY, FOLLOWUP)
                .filter(port -> port.program().equals(program))
                .findFirst();
    }

    /** The environment variable that moves it. */
    String variable() {
        return "RCM_PORT_" + name();
    }

    /** {@code RCM_PORT_CODING} and its like move one port; {@code RCM_PORT_BASE} moves all to a row of neighbours. */
    static Map<Port, Integer> chosenBy(Map<String, String> environment) {
        var chosen = new EnumMap<Port, Integer>(Port.class);
        for (var port : values()) {
            var own = environment.get(port.variable());
            var base = environment.get(BASE);
            if (own != null) {
                chosen.put(port, number(port.variable(), own));
            } else if (base != null) {
                chosen.put(port, number(BASE, base) + port.afterBase);
            } else {
                chosen.put(port, port.usual);
            }
        }
        return chosen;
    }

    private static int number(String variable, String value) {
        try {
            int number = Integer.parseInt(value.strip());
            if (number > 0 && number + values().length <= HIGHEST) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new StackFault(variable + " must be a port number, not \"" + value + "\".", notANumber);
        }
        throw new StackFault(
                variable + " must be a port number from 1 to " + (HIGHEST - values().length) + ", not " + value + ".");
    }
}
