package io.openrcm.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrcm.local.identity.Tokens;
import java.io.IOException;

/** What the demo's people do: a coder codes, the hospital sends a corrected version, a biller corrects a held claim. */
final class Desk {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api coder;
    private final Api hospital;
    private final Api biller;

    Desk(Api coding, Api claims, Tokens tokens) {
        this.coder = coding.as(tokens.person("coder"));
        this.hospital = coding.as(tokens.hospital());
        this.biller = claims.as(tokens.person("biller"));
    }

    /** Does what the sample's desk asks for, once its state allows it. */
    void workOn(Journey journey) throws IOException, InterruptedException {
        JsonNode desk = journey.sample().desk();
        boolean done = switch (desk.path("action").asText()) {
            case "ASSIGN_CODES" -> assignCodes(journey, desk.path("assignment"));
            case "SEND_VERSION" -> sendVersion(journey, desk.path("encounter"));
            case "CORRECT_CLAIM" -> correctClaim(journey, desk);
            default -> throw new IllegalStateException("Nobody does " + desk.path("action"));
        };
        if (done) {
            journey.deskIsDone();
        }
    }

    private boolean assignCodes(Journey journey, JsonNode assignment) throws IOException, InterruptedException {
        if (!journey.state().equals("UNCODED")) {
            return !journey.claims().isEmpty();
        }
        String path = "/encounters/" + journey.encounterId();
        var taken = coder.put(path + "/coder", null, JSON.createObjectNode());
        var _ = taken.good();
        var assigned = coder.put(path + "/code-assignment", taken.etag(), assignment);
        var _ = assigned.good();
        var _ = coder.post(path + "/code-assignment/release", assigned.etag(), JSON.createObjectNode())
                .good();
        return true;
    }

    private boolean sendVersion(Journey journey, JsonNode encounter) throws IOException, InterruptedException {
        if (journey.state().equals("QUARANTINED")) {
            var _ = hospital.post("/encounters", null, encounter).good();
            return true;
        }
        return !journey.claims().isEmpty();
    }

    private boolean correctClaim(Journey journey, JsonNode desk) throws IOException, InterruptedException {
        for (JsonNode claim : journey.claims()) {
            boolean meant = claim.path("claim")
                    .path("type")
                    .asText()
                    .equals(desk.path("claimType").asText());
            if (meant && claim.path("label").asText().equals("ON_HOLD")) {
                String path = "/claims/" + claim.path("claim").path("number").asText();
                var read = biller.get(path);
                ObjectNode body = JSON.createObjectNode();
                body.set("corrections", desk.path("corrections"));
                body.put("note", desk.path("note").asText());
                var _ = biller.post(path + "/corrections", read.etag(), body).good();
                return true;
            }
            if (meant && !claim.path("label").asText().equals("NOT_READY")) {
                return true;
            }
        }
        return false;
    }
}
