package io.openrcm.gateway.remittance;

import static io.openrcm.gateway.ReleasedClaimFixture.aReleasedClaim;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.FacilityId;
import io.openrcm.events.Money;
import io.openrcm.events.payer.RemittedClaim;
import io.openrcm.events.payer.RemittedClaim.Outcome;
import io.openrcm.gateway.ReleasedClaimFixture;
import io.openrcm.gateway.exchange.Audience;
import io.openrcm.gateway.exchange.ClaimExchange;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownClaimsTest {

    private static final FacilityId LAKESIDE = new FacilityId("LAKESIDE");
    private static final FacilityId HARBOR = new FacilityId("HARBOR");

    @Test
    void aRemittanceIsForWhoMaySeeEveryClaimInIt() {
        var lakeside = exchange(aReleasedClaim().of("LAKESIDE"), null);
        var harbor = exchange(aReleasedClaim().of("HARBOR"), null);

        assertThat(audience(
                        List.of(lakeside, harbor), remitted(number(lakeside), null), remitted(number(harbor), null)))
                .isEqualTo(new Audience(Set.of(LAKESIDE, HARBOR), false));
    }

    @Test
    void aNumberThatWasCutShortIsFoundByThePayersOwn() {
        var lakeside = exchange(aReleasedClaim().of("LAKESIDE"), "ICN1");

        assertThat(audience(List.of(lakeside), remitted("CUT", "ICN1"))).isEqualTo(lakeside.audience());
    }

    @Test
    void whereAPayersNumberIsOfSeveralClaimsItIsForWhoMaySeeThemAll() {
        var lakeside = exchange(aReleasedClaim().of("LAKESIDE"), "ICN1");
        var harbor = exchange(aReleasedClaim().of("HARBOR").underPart2("CONSENT-1"), "ICN1");

        assertThat(audience(List.of(lakeside, harbor), remitted("CUT", "ICN1")))
                .isEqualTo(new Audience(Set.of(LAKESIDE, HARBOR), true));
    }

    @Test
    void ourNumberGoesBeforeThePayers() {
        var lakeside = exchange(aReleasedClaim().of("LAKESIDE"), "ICN1");
        var harbor = exchange(aReleasedClaim().of("HARBOR"), null);

        assertThat(audience(List.of(lakeside, harbor), remitted(number(harbor), "ICN1")))
                .isEqualTo(harbor.audience());
    }

    @Test
    void oneClaimOfNobodysMakesItUnknown() {
        var lakeside = exchange(aReleasedClaim().of("LAKESIDE"), "ICN1");

        assertThat(audience(List.of(lakeside), remitted(number(lakeside), null), remitted("CUT", null)))
                .isEqualTo(Audience.UNKNOWN);
        assertThat(audience(List.of(lakeside), remitted(number(lakeside), null), remitted("CUT", "ICN2")))
                .isEqualTo(Audience.UNKNOWN);
    }

    private static Audience audience(List<ClaimExchange> known, RemittedClaim... claims) {
        return KnownClaims.of(known).audienceOf(Stream.of(claims).toList());
    }

    private static String number(ClaimExchange exchange) {
        return exchange.claimNumber().value();
    }

    private static ClaimExchange exchange(ReleasedClaimFixture claim, @Nullable String payersNumber) {
        var exchange = new ClaimExchange(claim.build().claim(), UUID.randomUUID());
        exchange.knownToPayerAs(payersNumber);
        return exchange;
    }

    private static RemittedClaim remitted(String number, @Nullable String payersNumber) {
        return new RemittedClaim(
                number,
                Outcome.PROCESSED_AS_PRIMARY,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                payersNumber,
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
