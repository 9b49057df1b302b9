package io.openrcm.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrcm.events.AnyEvent;
import io.openrcm.events.ClaimId;
import io.openrcm.events.Event;
import io.openrcm.events.Ids;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.delivery.wire.EventHeaders;
import io.openrcm.events.delivery.wire.SealedParts;
import io.openrcm.events.delivery.wire.Undecodable;
import io.openrcm.events.followup.FollowUpEvent.CorrectionRequested;
import io.openrcm.events.followup.FollowUpEvent.FieldCorrection;
import io.openrcm.events.protection.ConsentReference;
import io.openrcm.events.protection.Part2;
import io.openrcm.security.sealing.EventSealer;
import io.openrcm.security.sealing.KeyRing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SealedEventsTest {

    private static final EventSealer SEALER = new EventSealer(KeyRing.passing());
    private final EventCodec codec = new EventCodec(SEALER, "refuse");

    private final CorrectionRequested correction = new CorrectionRequested(
            new ClaimId(Ids.derived("claim")),
            Ids.derived("work item"),
            List.of(new FieldCorrection("/coverages/0/memberId", "\"CANARY-77\"")),
            "dana",
            "Mrs Canary called");

    static List<Event> events() {
        return EventCodec.types().values().stream()
                .<Event>map(type -> new AnyEvent(7).of(type))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventReadsBackAsItWasSaid(Event event) {
        var headers = headers(event, 1);

        var opened = codec.<Event>open(headers, codec.seal(headers, event));

        assertThat(codec.encode(opened)).isEqualTo(codec.encode(event));
    }

    @Test
    void whatIsAboutAPatientCannotBeReadOnTheWayAndWhatIsNotCan() {
        var payload = new String(codec.seal(headers(correction, 1), correction), StandardCharsets.UTF_8);

        assertThat(payload)
                .doesNotContain("CANARY", "Canary", "memberId")
                .contains("\"requestedBy\":\"dana\"", "\"claimId\":\"" + correction.claimId() + "\"", "\"sealed\":\"");
    }

    @Test
    void theLabelOfAClaimCanBeReadOnTheWayAndThePatientsConsentCannot() throws IOException {
        var json = (ObjectNode) codec.mapper().readTree(codec.encode(new AnyEvent(7).of(ClaimReleased.class)));
        ((ObjectNode) json.get("claim")).put("part2", true);
        ((ObjectNode) json.get("content")).putObject("part2").put("consent", "CANARY-17");
        var released =
                codec.<ClaimReleased>decode("ClaimReleased.v1", codec.mapper().writeValueAsBytes(json));

        var payload = codec.seal(headers(released, 1), released);

        assertThat(new String(payload, StandardCharsets.UTF_8))
                .contains("\"part2\":true")
                .doesNotContain("CANARY");
        assertThat(codec.<ClaimReleased>open(headers(released, 1), payload)
                        .content()
                        .part2())
                .isEqualTo(new Part2(new ConsentReference("CANARY-17")));
    }

    @Test
    void aSealedPartOpensInItsOwnMessageOnly() {
        var payload = codec.seal(headers(correction, 1), correction);

        refused(Undecodable.UNSEALABLE, headers(correction, 2), payload);
    }

    @Test
    void whatShouldBeSealedAndIsNotIsRefused() {
        refused(Undecodable.NOT_SEALED, headers(correction, 1), codec.encode(correction));
        assertThat(new EventCodec(SEALER, "accept").<Event>open(headers(correction, 1), codec.encode(correction)))
                .isEqualTo(correction);
    }

    @Test
    void aPayloadThatIsAltogetherBrokenSaysSo() {
        refused(Undecodable.INVALID_JSON, headers(correction, 1), "{\"claimId\":".getBytes(StandardCharsets.UTF_8));
        refused(
                Undecodable.INVALID_JSON,
                headers(correction, 1),
                "{\"sealed\":\"!!\"}".getBytes(StandardCharsets.UTF_8));
        refused(Undecodable.NOT_SEALED, headers(correction, 1), "[]".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSealedPartWithinAnotherObjectThatDoesNotEndIsNoPartOfTheEvent() {
        var payload = new String(codec.seal(headers(correction, 1), correction), StandardCharsets.UTF_8);

        refused(
                Undecodable.INVALID_JSON,
                headers(correction, 1),
                ("{\"other\":" + payload).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void encountersClaimContentsAndCorrectionsAreSealed() {
        assertThat(EventCodec.types().entrySet().stream()
                        .filter(type -> SealedParts.has(type.getValue()))
                        .map(java.util.Map.Entry::getKey))
                .containsExactly(
                        "ClaimReleased.v1",
                        "CorrectionRequested.v1",
                        "EncounterCoded.v1",
                        "RemittanceReceived.v1",
                        "StrangeClaimRemitted.v1");
    }

    private void refused(String code, EventHeaders headers, byte[] payload) {
        assertThatThrownBy(() -> codec.open(headers, payload))
                .isInstanceOfSatisfying(
                        Undecodable.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static EventHeaders headers(Event event, long seq) {
        var cause = new UUID(0, 1);
        return new EventHeaders(
                Ids.derived(event.aggregateId(), String.valueOf(seq)),
                EventCodec.wireType(event),
                "/test",
                event.aggregateId(),
                Instant.EPOCH,
                seq,
                cause,
                cause,
                null,
                "LAKESIDE");
    }
}
