package io.openrcm.claims.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openrcm.events.InvalidValue;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ClaimType;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PayerTermsTest {

    private static final LocalDate FROM = LocalDate.of(2024, 2, 20);
    private static final LocalDate LEAP_DAY = LocalDate.of(2024, 2, 29);

    @Test
    void medicareCountsOneCalendarYearFromTheThroughDateOfAHospitalClaim() {
        assertThat(medicare().fileBy(ClaimType.INSTITUTIONAL, FROM, LEAP_DAY)).isEqualTo("2025-02-28");
    }

    @Test
    void medicareCountsOneCalendarYearFromTheFromDateOfAPhysiciansClaim() {
        assertThat(medicare().fileBy(ClaimType.PROFESSIONAL, FROM, LEAP_DAY)).isEqualTo("2025-02-20");
    }

    @Test
    void otherPayersCountDays() {
        var terms = new PayerTerms(new PayerId("MERID"), "Meridian", 90, 180, 30, false, null);

        assertThat(terms.fileBy(ClaimType.INSTITUTIONAL, FROM, LEAP_DAY)).isEqualTo("2024-05-29");
    }

    @Test
    void aPayerNobodyRecordedHasTheUsualTerms() {
        var usual = PayerTerms.usual(new PayerId("NEWPAYER"));

        assertThat(usual.appealBy(FROM)).isEqualTo(FROM.plusDays(180));
        assertThat(usual.answerDueOn(FROM)).isEqualTo(FROM.plusDays(30));
    }

    @Test
    void aPatternThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new PayerTerms(new PayerId("MERID"), "Meridian", 90, 180, 30, false, "["))
                .isInstanceOf(InvalidValue.class);
    }

    private static PayerTerms medicare() {
        return SeedDemo.payers().stream()
                .filter(terms -> terms.payer().equals(new PayerId("MCARE")))
                .findFirst()
                .orElseThrow();
    }
}
