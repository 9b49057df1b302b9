package io.openrcm.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.gateway.GatewayTest;
import io.openrcm.security.identity.TestDatabase;
import org.junit.jupiter.api.Test;

@GatewayTest
class SubmissionIndexesTest {

    /** Otherwise each answer about a claim makes a new entry in every index of the table. */
    @Test
    void noIndexSpeaksOfWhatAnAnswerChanges() {
        assertThat(TestDatabase.column("select indexdef from pg_indexes where tablename = 'submission'"
                        + " and indexdef ~ '\\m(status|answered_at|answered_by|payer_claim_number|refusal)\\M'"))
                .isEmpty();
    }

    @Test
    void whatWaitsHasAnIndexOfItsOwn() {
        assertThat(TestDatabase.column("select indexdef from pg_indexes where tablename = 'submission'"
                        + " and indexdef like '%(partner_id, queue_position) WHERE queued'"))
                .hasSize(1);
    }
}
