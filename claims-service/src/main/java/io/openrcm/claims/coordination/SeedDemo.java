package io.openrcm.claims.coordination;

import io.openrcm.events.FacilityId;
import io.openrcm.events.Npi;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.BillingProvider;
import io.openrcm.events.encounter.Address;
import io.openrcm.security.access.ForAllFacilities;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** With {@code openrcm.seed-demo=true} records the invented hospital and its six payers, where they are not recorded yet. */
@ApplicationScoped
public class SeedDemo {

    private final Facilities facilities;
    private final PayerTermsBook terms;
    private final boolean asked;

    public SeedDemo(
            Facilities facilities,
            PayerTermsBook terms,
            @ConfigProperty(name = "openrcm.seed-demo", defaultValue = "false") boolean asked) {
        this.facilities = facilities;
        this.terms = terms;
        this.asked = asked;
    }

    @ForAllFacilities
    void onStart(@Observes StartupEvent started) {
        if (asked) {
            facilities.addIfAbsent(lakeside());
            payers().forEach(terms::addIfAbsent);
        }
    }

    /** The invented hospital; its NPI and EIN belong to nobody. */
    public static Facility lakeside() {
        var address = new Address("4800 Harbor Drive", null, "Madison", "WI", "537031234");
        var provider = new BillingProvider(
                "Lakeside Medical Center", new Npi("1999999000"), "990000001", "282N00000X", address, "6085550100");
        return new Facility(new FacilityId("LAKESIDE"), provider, ZoneId.of("America/Chicago"));
    }

    static List<PayerTerms> payers() {
        return List.of(
                terms("MERID", "Meridian Health Plan", 365, 180, true),
                terms("CASCB", "Cascadia Blue", 365, 180, false),
                terms("MCAID", "Badger State Medicaid", 365, 60, false),
                terms("BRITE", "BrightPath Behavioral", 365, 180, false),
                terms("GRANI", "Granite Supplement", 365, 180, false),
                // One calendar year to file (42 CFR 424.44), 120 days to ask for a redetermination (42 CFR 405.942).
                terms("MCARE", "Medicare", 0, 120, false));
    }

    private static PayerTerms terms(
            String payer, String name, int filingDays, int appealDays, boolean asksAuthorizationForInpatient) {
        return new PayerTerms(
                new PayerId(payer), name, filingDays, appealDays, 30, asksAuthorizationForInpatient, null);
    }
}
