package io.openrcm.events;

/**
 * A value broke the rule that its type stands for. The message names the rule and never repeats the value, which may be
 * about a patient.
 */
public final class InvalidValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String rule;

    public InvalidValue(String rule, String sentence) {
        super(sentence);
        this.rule = rule;
    }

    /** The rule's stable code in upper snake case, for instance {@code NPI_CHECK_DIGIT}. */
    public String rule() {
        return rule;
    }

    static void require(boolean holds, String rule, String sentence) {
        if (!holds) {
            throw new InvalidValue(rule, sentence);
        }
    }
}
