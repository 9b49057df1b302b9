package io.openrcm.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** What the demo's people do: a coder codes, the hospital sends a corrected version, a biller corrects a held claim. */
final class Desk {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api coding;
    private final Api claims;

    Desk(Api coding, Api claims) {
        this.coding = coding;
        this.claims = claims;
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
        var taken = coding.put(path + "/coder", null, JSON.createObjectNode().put("name", "demo-coder"));
        var _ = taken.good();
        var assigned = coding.put(path + "/code-assignment", taken.etag(), assignment);
        var _ = assigned.good();
        var _ = coding.post(path + "/code-assignment/release", assigned.etag(), JSON.createObjectNode())
                .good();
        return true;
    }

    private boolean sendVersion(Journey journey, JsonNode encounter) throws IOException, InterruptedException {
        if (journey.state().equals("QUARANTINED")) {
            var _ = coding.post("/encounters", null, encounter).good();
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
                var read = claims.get(path);
                ObjectNode body = JSON.createObjectNode();
                body.set("corrections", desk.path("corrections"));
                body.put("correctedBy", "demo-biller")
                        .put("note", desk.path("note").asText());
                var _ = claims.post(path + "/corrections", read.etag(), body).good();
                return true;
            }
            if (meant && !claim.path("label").asText().equals("NOT_READY")) {
                return true;
            }
        }
        return false;
    }
}
