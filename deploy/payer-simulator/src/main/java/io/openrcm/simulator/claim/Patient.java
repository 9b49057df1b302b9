package io.openrcm.simulator.claim;

/** The patient's name, and the member id of the policy the claim is sent under. */
public record Patient(String lastName, String firstName, String memberId) {

    /** Never the content: it would reach a log. */
    @Override
    public String toString() {
        return "a patient";
    }
}
