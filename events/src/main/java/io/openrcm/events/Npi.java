package io.openrcm.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * National Provider Identifier: ten digits, the last a Luhn check digit over the issuer prefix 80840 and the number (45
 * CFR 162.406, ISO/IEC 7812).
 */
public record Npi(@JsonValue String value) {

    private static final int PREFIX_80840_SUM = 24;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Npi {
        InvalidValue.require(hasTenDigits(value), "NPI_FORMAT", "an NPI has exactly ten digits");
        InvalidValue.require(hasCheckDigit(value), "NPI_CHECK_DIGIT", "the NPI's check digit is wrong");
    }

    public static boolean isValid(String value) {
        return hasTenDigits(value) && hasCheckDigit(value);
    }

    private static boolean hasTenDigits(String value) {
        return value.length() == 10 && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean hasCheckDigit(String value) {
        int sum = PREFIX_80840_SUM;
        for (int i = 0; i < 10; i++) {
            int digit = value.charAt(i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
