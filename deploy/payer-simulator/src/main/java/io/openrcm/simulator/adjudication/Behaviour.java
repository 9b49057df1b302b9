package io.openrcm.simulator.adjudication;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How this payer treats a claim. The weight is the share it has, in percent, when the member id does not decide. */
public enum Behaviour {
    PAY_BY_CONTRACT(80),
    PAY_LESS(4),
    PATIENT_SHARE(6),
    DENY_LINE(3),
    DENY_CLAIM(3),
    /** The whole transaction is rejected with it. */
    REJECT_999(0),
    REJECT_277CA(2),
    PEND_THEN_PAY(1, Duration.ofSeconds(4)),
    /** Accepted in the 277CA, then never heard of again. */
    SILENT(0),
    /** Paid by contract; the same 835 comes twice. */
    DUPLICATE_835(1),
    PAY_LATE(0, Duration.ofSeconds(15)),
    /** Paid by contract, in an 835 whose sums are a dollar off. */
    OUT_OF_BALANCE(0),
    /** Paid and passed on to the next payer, who pays what was left to the patient. */
    CROSS_OVER(0),
    /** Not chosen: a second copy of a claim still under way is denied. */
    DENY_DUPLICATE(0),
    /** Not chosen: frequency 8 takes the earlier payment back. */
    TAKE_BACK(0);

    private final int weight;
    private final Duration delay;

    Behaviour(int weight) {
        this(weight, Duration.ZERO);
    }

    Behaviour(int weight, Duration delay) {
        this.weight = weight;
        this.delay = delay;
    }

    public int weight() {
        return weight;
    }

    /** How long the payment waits, at speed 1. */
    public Duration delay() {
        return delay;
    }

    /** The name in settings, such as {@code pay-by-contract}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Behaviour> named(String option) {
        return Arrays.stream(values()).filter(it -> it.option().equals(option)).findFirst();
    }

    /** What the last two characters of a member id ask for; every other ending leaves it to chance. */
    public static Optional<Behaviour> asked(String memberId) {
        if (memberId.length() < 2) {
            return Optional.empty();
        }
        var ending = memberId.substring(memberId.length() - 2);
        return Optional.ofNullable(
                switch (ending) {
                    case "00", "01", "02", "03", "04", "05", "06", "07", "08", "09" -> PAY_BY_CONTRACT;
                    case "11" -> PAY_LESS;
                    case "12" -> PATIENT_SHARE;
                    case "21" -> DENY_LINE;
                    case "22" -> DENY_CLAIM;
                    case "31" -> REJECT_999;
                    case "32" -> REJECT_277CA;
                    case "41" -> PEND_THEN_PAY;
                    case "42" -> SILENT;
                    case "43" -> DUPLICATE_835;
                    case "44" -> PAY_LATE;
                    case "45" -> OUT_OF_BALANCE;
                    case "51" -> CROSS_OVER;
                    default -> null;
                });
    }
}
