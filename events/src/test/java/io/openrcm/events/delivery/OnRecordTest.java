package io.openrcm.events.delivery;

import static io.openrcm.events.delivery.Wire.manyAppeals;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.followup.FollowUpEvent;
import io.openrcm.servers.RealServersTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealServersTestResource.class, scope = TestResourceScope.GLOBAL)
class OnRecordTest {

    private static final String ROWS =
            "select what || ' from ' || coalesce(source, 'here') || ' ' || cardinality(object_ids)"
                    + " from audit_record where id > ? and actor_kind = 'SERVICE' order by id";

    @Inject
    Intake intake;

    @Inject
    Tallies tallies;

    @Inject
    Tables tables;

    @BeforeEach
    void nothingHasBeenHeard() {
        tables.empty();
    }

    @Test
    void aBatchIsOneRowForWhatWasHeardAndOneForWhatCameOfIt() {
        var before =
                tables.texts("select coalesce(max(id), 0) from audit_record").getFirst();

        hear(manyAppeals().all());

        assertThat(tables.texts(ROWS.replace("?", before)))
                .containsExactlyInAnyOrder("AppealFiled.v1 from followup-events 100", "AppealFiled.v1 from here 100");
    }

    @Test
    void aBatchThatChangesNothingLeavesNoRow() {
        var wire = manyAppeals();
        hear(wire.all());
        var before = tables.texts("select max(id) from audit_record").getFirst();

        hear(wire.all());

        assertThat(tables.texts(ROWS.replace("?", before))).isEmpty();
    }

    private void hear(ConsumerRecords<String, byte[]> records) {
        intake.apply(Wire.TOPIC, FollowUpEvent.class, records, tallies::hear);
    }
}
