package io.openrcm.simulator.adjudication;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A payer we play.
 *
 * @param partner the trading partner whose folders its files pass through; empty when it is not fixed
 * @param contractPercent of the charge, the rest being the contractual adjustment
 */
public record Payer(String id, String name, String partner, int contractPercent) {

    private static final int COMMERCIAL_PERCENT = 80;

    private static final Map<String, Payer> KNOWN = List.of(
                    new Payer("MERID", "MERIDIAN HEALTH PLAN", "RIVERCH", COMMERCIAL_PERCENT),
                    new Payer("CASCB", "CASCADIA BLUE", "RIVERCH", COMMERCIAL_PERCENT),
                    new Payer("MCAID", "BADGER STATE MEDICAID", "RIVERCH", COMMERCIAL_PERCENT),
                    new Payer("BRITE", "BRIGHTPATH BEHAVIORAL", "RIVERCH", COMMERCIAL_PERCENT),
                    new Payer("GRANI", "GRANITE SUPPLEMENT", "RIVERCH", COMMERCIAL_PERCENT),
                    new Payer("MCARE", "MEDICARE", "MACJ6", 60))
            .stream()
            .collect(Collectors.toUnmodifiableMap(Payer::id, Function.identity()));

    /** A payer id we do not know is a commercial payer behind whichever partner brought the claim. */
    public static Payer named(String id) {
        var known = KNOWN.get(id);
        return known == null ? new Payer(id, "PAYER " + id, "", COMMERCIAL_PERCENT) : known;
    }

    public String partnerOr(String bringer) {
        return partner.isEmpty() ? bringer : partner;
    }

    /** The EIN in TRN03, made from the id: the same payer always has the same. */
    public String taxId() {
        return "39" + String.format("%07d", Math.floorMod(id.hashCode(), 10_000_000));
    }
}
