package io.openrcm.simulator.claim;

/** A further payer of the claim that has not paid yet: the one a primary payer passes the claim on to. */
public record OtherPayer(String id, String name, String filingIndicator, String memberId) {

    /** Without the member id. */
    @Override
    public String toString() {
        return "payer " + id;
    }
}
