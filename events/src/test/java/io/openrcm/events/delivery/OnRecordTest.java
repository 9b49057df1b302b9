package io.openrcm.events.delivery;

import static io.openrcm.events.delivery.Wire.claim;
import static io.openrcm.events.delivery.Wire.manyAppeals;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.ClaimId;
import io.openrcm.events.followup.FollowUpEvent;
import io.openrcm.events.followup.FollowUpEvent.CorrectionRequested;
import io.openrcm.events.followup.FollowUpEvent.FieldCorrection;
import io.openrcm.servers.RealServersTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
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
    void aBatchIsOneRowForWhatCameOfIt() {
        var before = newest();

        hear(manyAppeals().all());

        assertThat(rowsAfter(before)).containsExactly("AppealFiled.v1 from here 100");
    }

    @Test
    void whatSaysSomethingAboutAPatientIsOnRecordAsHeardWhateverCameOfIt() {
        var wire = manyAppeals();
        for (int claim = 0; claim < 100; claim++) {
            var correction = new FieldCorrection("/coverages/0/memberId", "\"M77\"");
            wire.say(
                    6,
                    new CorrectionRequested(
                            new ClaimId(claim(claim)), new UUID(0, 6), List.of(correction), "a.person", null));
        }
        var before = newest();

        hear(wire.all());

        assertThat(rowsAfter(before))
                .containsExactlyInAnyOrder(
                        "CorrectionRequested.v1 from followup-events 100", "AppealFiled.v1 from here 100");
    }

    @Test
    void aBatchThatChangesNothingLeavesNoRow() {
        var wire = manyAppeals();
        hear(wire.all());
        var before = newest();

        hear(wire.all());

        assertThat(rowsAfter(before)).isEmpty();
    }

    private String newest() {
        return tables.texts("select coalesce(max(id), 0) from audit_record").getFirst();
    }

    private List<String> rowsAfter(String before) {
        return tables.texts(ROWS.replace("?", before));
    }

    private void hear(ConsumerRecords<String, byte[]> records) {
        intake.apply(Wire.TOPIC, FollowUpEvent.class, records, tallies::hear);
    }
}
