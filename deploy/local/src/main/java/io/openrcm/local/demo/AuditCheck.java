package io.openrcm.local.demo;

import io.openrcm.local.identity.Tokens;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;

/** Has every service verify its audit trail, as an auditor would. */
public final class AuditCheck {

    /** The services that have one. */
    private static final List<String> SERVICES =
            List.of("coding-service", "claims-service", "payer-gateway", "followup-service");

    private final Map<String, String> addresses;
    private final HttpClient http;
    private final Tokens tokens;
    private final PrintStream out;

    /** Addresses are as in {@code http://127.0.0.1:8081}, by program. */
    public AuditCheck(Map<String, String> addresses, HttpClient http, Tokens tokens, PrintStream out) {
        this.addresses = addresses;
        this.http = http;
        this.tokens = tokens;
        this.out = out;
    }

    /** True if no trail was tampered with; a line for each service, and one for each finding. */
    public boolean run() throws IOException, InterruptedException {
        out.printf("%nAUDIT TRAIL%n");
        boolean allIntact = true;
        for (String service : SERVICES) {
            allIntact &= verify(service);
        }
        return allIntact;
    }

    private boolean verify(String service) throws IOException, InterruptedException {
        var address = addresses.get(service);
        if (address == null) {
            throw new IllegalStateException("There is no " + service + ".");
        }
        var found = Api.at(address, http)
                .as(tokens.person("auditor"))
                .post("/audit-verifications", null, Map.of())
                .good();
        boolean intact = found.path("intact").asBoolean();
        out.printf(
                "  %-18s %,7d records, %,5d signed checkpoints, %,5d of them published: %s%n",
                service,
                found.path("rows").asLong(),
                found.path("checkpoints").asLong(),
                found.path("published").asLong(),
                intact ? "intact" : "TAMPERED WITH");
        found.path("findings")
                .forEach(
                        finding -> out.printf("    %s%n", finding.path("detail").asText()));
        return intact;
    }
}
