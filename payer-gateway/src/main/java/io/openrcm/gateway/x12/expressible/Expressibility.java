package io.openrcm.gateway.x12.expressible;

import io.openrcm.events.claims.ClaimContent;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a claim can be said in X12 5010 at all. Asked of each claim alone, so that one never spoils a batch. */
public sealed interface Expressibility permits ExpressibleClaim, Expressibility.Inexpressible {

    /** The claim lacks what the guide requires, or has what it cannot carry. At least one gap, without any patient's data. */
    record Inexpressible(List<Gap> gaps) implements Expressibility {
        public Inexpressible {
            gaps = List.copyOf(gaps);
        }

        /** One line for people: {@code /patient/address/zip FORMAT, /lines/3/procedureCode MISSING}. */
        public String detail() {
            return gaps.stream().map(gap -> gap.field() + " " + gap.rule()).collect(Collectors.joining(", "));
        }
    }

    /** What is wrong where; {@code field} is a JSON pointer into the claim's content. */
    record Gap(String field, Rule rule) {}

    enum Rule {
        /** Required and absent, or nothing is left of it in the basic character set. */
        MISSING,
        /** Longer than the guide allows. */
        TOO_LONG,
        /** Not in the form the guide asks for. */
        FORMAT,
        /** More of them than the guide allows. */
        TOO_MANY,
        /** Another one is the same. */
        REPEATED,
        /** Has no place in this type of claim. */
        NOT_ALLOWED
    }

    static Expressibility of(ClaimContent content) {
        List<Gap> gaps = ClaimGaps.of(content).found();
        return gaps.isEmpty() ? new ExpressibleClaim(content) : new Inexpressible(gaps);
    }
}
