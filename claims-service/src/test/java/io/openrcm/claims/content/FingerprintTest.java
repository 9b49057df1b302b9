package io.openrcm.claims.content;

import static io.openrcm.claims.ClaimContentFixture.outpatient;
import static io.openrcm.claims.ClaimContentFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

    @Test
    void aSecondRegistrationOfTheSameVisitHasTheSameFingerprint() {
        var again = with(with(outpatient(), "/number", "\"OTHER1\""), "/lines/0/controlNumber", "\"X9\"");

        assertThat(Fingerprint.of(again)).isEqualTo(Fingerprint.of(outpatient()));
    }

    @ParameterizedTest
    @CsvSource({
        "/coverages/0/memberId, \"MER99\"",
        "/statementFrom, \"2026-09-16\"",
        "/lines/0/charge, \"980.01\"",
        "/lines/0/units, 2",
        "/lines/0/modifiers, '[\"76\"]'",
        "/lines/0/procedureCode, \"99283\"",
        "/patient/name/given, \"Blake\""
    })
    void anotherServiceOrPersonHasAnother(String field, String value) {
        assertThat(Fingerprint.of(with(outpatient(), field, value))).isNotEqualTo(Fingerprint.of(outpatient()));
    }

    @Test
    void theReplacementOfAClaimHasItsFingerprint() {
        var replacement = with(with(outpatient(), "/frequency", "\"REPLACEMENT\""), "/typeOfBill", "\"137\"");

        assertThat(Fingerprint.of(replacement)).isEqualTo(Fingerprint.of(outpatient()));
    }
}
