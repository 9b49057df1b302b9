package io.openrcm.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One sample on its way: its encounter and its claims as they were last seen. */
final class Journey {

    private final Sample sample;
    private final String encounterId;
    private String encounterStatus;
    private String codingStatus;
    private List<JsonNode> claims = List.of();
    private Set<String> worked = Set.of();
    private boolean deskDone;

    Journey(Sample sample, JsonNode answer) {
        this.sample = sample;
        this.encounterId = answer.path("id").asText();
        this.encounterStatus = answer.path("status").asText();
        this.codingStatus = answer.path("codingStatus").asText();
    }

    Sample sample() {
        return sample;
    }

    String encounterId() {
        return encounterId;
    }

    List<JsonNode> claims() {
        return claims;
    }

    /**
     * What was seen of it.
     *
     * @param withWork the numbers of all claims about which there is work for people
     */
    void seen(JsonNode encounter, List<JsonNode> found, Set<String> withWork) {
        worked = withWork;
        encounterStatus = encounter.path("status").asText(encounterStatus);
        codingStatus = encounter.path("codingStatus").asText(codingStatus);
        claims = found;
    }

    /** The labels of its claims, or the encounter's own standing while there is none. */
    String state() {
        if (claims.isEmpty()) {
            return encounterStatus.equals("ACCEPTED") ? codingStatus : encounterStatus;
        }
        var labels = new TreeSet<String>();
        claims.forEach(claim -> labels.add(claim.path("label").asText()));
        return String.join(" + ", labels);
    }

    boolean isAtItsEnd() {
        return state().equals(sample.expect())
                && !needsDesk()
                && claims.stream().allMatch(this::isCaredFor);
    }

    /** Nobody forgets a claim that was refused or denied. */
    private boolean isCaredFor(JsonNode claim) {
        return switch (claim.path("label").asText()) {
            case "REJECTED", "DENIED", "PARTLY_PAID" ->
                worked.contains(claim.path("claim").path("number").asText());
            default -> true;
        };
    }

    boolean needsDesk() {
        return sample.desk().isObject() && !deskDone;
    }

    void deskIsDone() {
        deskDone = true;
    }

    BigDecimal money(String part) {
        return claims.stream()
                .map(claim -> new BigDecimal(claim.path("money").path(part).asText("0")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the charges add up to, for an encounter without a claim. */
    BigDecimal charged() {
        var amounts = new ArrayList<BigDecimal>();
        sample.encounter()
                .path("charges")
                .forEach(charge ->
                        amounts.add(new BigDecimal(charge.path("amount").asText("0"))));
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
