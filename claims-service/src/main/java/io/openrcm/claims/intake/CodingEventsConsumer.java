package io.openrcm.claims.intake;

import io.openrcm.claims.building.BuildClaims;
import io.openrcm.claims.building.ClaimPlan;
import io.openrcm.claims.building.PlannedEncounter;
import io.openrcm.claims.building.RecordSelfPay;
import io.openrcm.claims.coordination.Masters;
import io.openrcm.events.EncounterId;
import io.openrcm.events.coding.CodingEvent;
import io.openrcm.events.coding.CodingEvent.EncounterCoded;
import io.openrcm.events.delivery.Intake;
import io.openrcm.events.delivery.Message;
import io.openrcm.events.delivery.wire.Undecodable;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from coding-service which encounters may be billed. */
@ApplicationScoped
public class CodingEventsConsumer {

    private static final String TOPIC = "coding-events";

    private final Intake intake;
    private final Masters masters;
    private final BuildClaims buildClaims;
    private final RecordSelfPay recordSelfPay;

    public CodingEventsConsumer(Intake intake, Masters masters, BuildClaims buildClaims, RecordSelfPay recordSelfPay) {
        this.intake = intake;
        this.masters = masters;
        this.buildClaims = buildClaims;
        this.recordSelfPay = recordSelfPay;
    }

    @Incoming(TOPIC)
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        intake.apply(TOPIC, CodingEvent.class, records, this::apply);
    }

    void apply(List<Message<CodingEvent>> messages) {
        var encounters = messages.stream().map(this::plan).toList();
        var unclaimed = buildClaims.build(encounters);
        recordSelfPay.record(encounters, unclaimed);
    }

    private PlannedEncounter plan(Message<CodingEvent> message) {
        return switch (message.event()) {
            case EncounterCoded coded -> {
                var encounter = coded.encounter();
                message.requireFacility(encounter.facility());
                requireOwnId(coded);
                var facility = masters.facility(encounter.facility());
                var plan = ClaimPlan.of(coded.encounterId(), encounter, facility);
                yield new PlannedEncounter(message.cause(), coded.encounterId(), encounter, plan);
            }
        };
    }

    /** The id is made of the facility's, among others, so that no encounter, and no claim of one, is ever another facility's. */
    private static void requireOwnId(EncounterCoded coded) {
        var encounter = coded.encounter();
        var source = encounter.source();
        var own = EncounterId.of(encounter.facility(), source.system(), source.encounterId());
        if (!coded.encounterId().equals(own)) {
            throw new Undecodable(Undecodable.WRONG_AGGREGATE, "");
        }
    }
}
