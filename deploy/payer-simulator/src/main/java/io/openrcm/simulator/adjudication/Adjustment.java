package io.openrcm.simulator.adjudication;

/** One reason why a line is not paid in full. */
public record Adjustment(String group, String reason, long cents) {

    static final String CONTRACT = "45";
    static final String PRIOR_PAYER = "23";

    boolean isContractual() {
        return group.equals("CO") && reason.equals(CONTRACT);
    }

    boolean isPatient() {
        return group.equals("PR");
    }

    boolean isPriorPayer() {
        return group.equals("OA") && reason.equals(PRIOR_PAYER);
    }

    Adjustment negated() {
        return new Adjustment(group, reason, -cents);
    }
}
