package io.openrcm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldErrorTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            /charges/0/amount,                /charges/0/amount
            /coverages/0/Zyxwquorn,           /coverages/0/?
            /coverages/0/987-65-4329,         /coverages/0/?
            /987654329/name,                  /?/name
            /notes/Zyx Quorn~1born 1917/text, /notes/?/text
            /charges/12,                      /charges/12
            Idempotency-Key,                  Idempotency-Key
            '',                               ''
            """)
    void aNameThatTheSenderMadeUpIsNotRepeated(String field, String shown) {
        assertThat(new FieldError(field, "UNKNOWN_FIELD", "this field is not known here").field())
                .isEqualTo(shown);
    }
}
