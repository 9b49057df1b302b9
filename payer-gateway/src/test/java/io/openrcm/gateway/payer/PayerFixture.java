package io.openrcm.gateway.payer;

import io.openrcm.events.PayerId;

/** Meridian Health Plan, reached through River Clearinghouse. */
public final class PayerFixture {

    private PayerFixture() {}

    public static PayerProfile taking(Capabilities capabilities) {
        return new PayerProfile(
                new PayerId("MERID"), new PayerTerms("Meridian Health Plan", "RIVERCH", "910000001", capabilities));
    }

    public static PayerProfile payer(String id, String name, String partner, String taxId) {
        return new PayerProfile(new PayerId(id), new PayerTerms(name, partner, taxId, Capabilities.all()));
    }
}
