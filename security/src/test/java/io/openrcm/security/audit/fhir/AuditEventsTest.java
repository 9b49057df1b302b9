package io.openrcm.security.audit.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import io.openrcm.security.audit.Actor;
import io.openrcm.security.audit.AuditAction;
import io.openrcm.security.audit.AuditEntry;
import io.openrcm.security.audit.AuditRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Base64BinaryType;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AuditEventsTest {

    private static final FhirContext R4 = FhirContext.forR4();
    private static final Instant AT = Instant.parse("2026-03-02T10:15:30.123456Z");
    private static final UUID REQUEST = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID CORRELATION = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final UUID EMERGENCY = UUID.fromString("00000000-0000-4000-8000-000000000003");
    private static final Actor BILLER =
            new Actor(Actor.Kind.PERSON, "7c1e", "a.biller", List.of("biller", "part2"), null);
    private static final Actor HOSPITAL =
            new Actor(Actor.Kind.MACHINE, "adt", "hospital-adt", List.of("hospital-system"), null);
    private static final Actor SERVICE =
            new Actor(Actor.Kind.SERVICE, "claims-service", "claims-service", List.of(), null);
    private static final Actor UNKNOWN = new Actor(Actor.Kind.UNKNOWN, "unknown", "unknown", List.of(), null);

    @ParameterizedTest
    @CsvSource({
        "CREATE, create, C, Create, 110153, 110152, AUT",
        "READ, read, R, Read, 110152, 110153, IRCP",
        "UPDATE, update, U, Update, 110153, 110152, AUT",
        "DELETE, delete, D, Delete, 110150, custodian, AUT",
        "QUERY, search, E, Query, 110153, 110152, IRCP"
    })
    void whatAPersonDidFollowsTheBasicPatternOfItsKind(
            AuditAction action,
            String subtype,
            String letter,
            String profile,
            String client,
            String server,
            String user) {
        var event = parsed(BILLER, anEntry(action));

        assertThat(event.getMeta().getProfile())
                .singleElement()
                .extracting(type -> type.getValue())
                .isEqualTo("https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit." + profile);
        assertThat(event.getType().getSystem()).isEqualTo("http://terminology.hl7.org/CodeSystem/audit-event-type");
        assertThat(event.getType().getCode()).isEqualTo("rest");
        assertThat(event.getSubtype()).singleElement().satisfies(code -> {
            assertThat(code.getSystem()).isEqualTo("http://hl7.org/fhir/restful-interaction");
            assertThat(code.getCode()).isEqualTo(subtype);
        });
        assertThat(event.getAction().toCode()).isEqualTo(letter);
        assertThat(event.getOutcome()).isEqualTo(AuditEventOutcome._0);
        assertThat(event.getAgent()).extracting(AuditEventsTest::typeOf).containsExactly(client, server, user);
        assertThat(event.getAgent())
                .extracting(AuditEventAgentComponent::getRequestor)
                .containsExactly(false, false, true);
        assertThat(event.getAgent())
                .allSatisfy(agent -> assertThat(agent.getWho().isEmpty()).isFalse());
        assertThat(event.getAgent().subList(0, 2))
                .allSatisfy(agent -> assertThat(agent.getNetwork().getAddress()).isNotBlank());
        assertThat(event.getAgent().getLast().hasNetwork()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(AuditAction.class)
    void everythingThatIsOnRecordReadsAsAnAuditEventWhoeverDidItAndHoweverItEnded(AuditAction action) {
        for (var actor : List.of(BILLER, HOSPITAL, SERVICE, UNKNOWN)) {
            for (var entry : List.of(
                    anEntry(action),
                    anEntry(action).refused("FORBIDDEN"),
                    anEntry(action).failed("PAYER_UNKNOWN"),
                    AuditEntry.of(action, "claim", List.of()),
                    AuditEntry.of(action, "claim", List.of("CLM1", "CLM2")))) {
                var event = parsed(actor, entry);

                assertThat(event.getRecordedElement().getValueAsString()).startsWith("2026-03-02T10:15:30.123");
                assertThat(event.getSource().getObserver().getIdentifier().getValue())
                        .isEqualTo("claims-service");
                assertThat(event.getPurposeOfEventFirstRep().getCodingFirstRep().getCode())
                        .isEqualTo("HPAYMT");
                assertThat(event.getAgent())
                        .filteredOn(AuditEventAgentComponent::getRequestor)
                        .hasSize(1);
                assertThat(event.getAgent()).hasSize(actor.kind() == Actor.Kind.PERSON ? 3 : 2);
                assertThat(event.getEntity()).isNotEmpty();
            }
        }
    }

    @Test
    void theEventSaysWhoDidItInWhichRolesFromWhere() {
        var agents = parsed(BILLER, anEntry(AuditAction.READ)).getAgent();

        assertThat(agents.getFirst().getNetwork().getAddress()).isEqualTo("192.0.2.17");
        assertThat(agents.getFirst().getNetwork().getType().toCode()).isEqualTo("2");
        assertThat(agents.getLast().getWho().getIdentifier().getValue()).isEqualTo("7c1e");
        assertThat(agents.getLast().getName()).isEqualTo("a.biller");
        assertThat(agents.getLast().getRole())
                .extracting(role -> role.getText())
                .containsExactly("biller", "part2");
    }

    @Test
    void theEventSaysWhichObjectsWereTouchedAndWhatItBelongsTo() {
        var emergency = new Actor(Actor.Kind.PERSON, "7c1e", "a.biller", List.of("biller"), EMERGENCY);
        var event = parsed(emergency, anEntry(AuditAction.READ).correlatedBy(CORRELATION));

        assertThat(event.getIdElement().getIdPart()).isEqualTo("claims-service-17");
        var claim = theEntity(event, "2");
        assertThat(claim.getRole().getCode()).isEqualTo("4");
        assertThat(claim.getWhat().getIdentifier().getValue()).isEqualTo("CLM1");
        assertThat(claim.getWhat().getDisplay()).isEqualTo("claim");
        assertThat(theEntity(event, "XrequestId").getWhat().getIdentifier().getValue())
                .isEqualTo(REQUEST.toString());
        assertThat(theEntity(event, "3").getWhat().getIdentifier().getValue()).isEqualTo("LAKESIDE");
        assertThat(event.getEntity())
                .filteredOn(entity -> entity.getType().getCode().equals("4"))
                .extracting(
                        AuditEventEntityComponent::getName,
                        entity -> entity.getWhat().getIdentifier().getValue())
                .containsExactly(
                        tuple("correlation", CORRELATION.toString()), tuple("emergency access", EMERGENCY.toString()));
    }

    @Test
    void severalObjectsAreOneEntityWithEachOfThem() {
        var claims = theEntity(parsed(SERVICE, AuditEntry.execute("ClaimReleased", "CLM1", "CLM2")), "2");

        assertThat(claims.getWhat().getDisplay()).isEqualTo("ClaimReleased");
        assertThat(claims.getDetail())
                .extracting(detail -> ((StringType) detail.getValue()).getValue())
                .containsExactly("CLM1", "CLM2");
    }

    @Test
    void severalDeletedObjectsAreNamedWithoutDetails() {
        var claims = theEntity(parsed(BILLER, AuditEntry.delete("draft", "D1", "D2")), "2");

        assertThat(claims.hasDetail()).isFalse();
        assertThat(claims.getDescription()).isEqualTo("D1, D2");
    }

    @Test
    void aQueryCarriesWhatWasAskedForAndHowManyMatched() {
        var query = theEntity(parsed(BILLER, anEntry(AuditAction.QUERY)), "2");

        assertThat(query.getRole().getCode()).isEqualTo("24");
        assertThat(query.hasWhat()).isFalse();
        assertThat(query.hasDetail()).isFalse();
        assertThat(query.getDescription()).isEqualTo("matched 12");
        assertThat(query.getQueryElement()).isInstanceOf(Base64BinaryType.class);
        assertThat(new String(query.getQuery(), StandardCharsets.UTF_8)).isEqualTo("claim?state=HELD");
    }

    @Test
    void theRecordsThatAQueryShowedAreNamed() {
        var found = theEntity(parsed(BILLER, AuditEntry.query("claim", 2).about(List.of("CLM1", "CLM2"))), "4");

        assertThat(found.getDetail())
                .extracting(detail -> ((StringType) detail.getValue()).getValue())
                .containsExactly("CLM1", "CLM2");
    }

    @Test
    void whatWasRefusedOrFailedSaysWhyAndClaimsNoPatternOfSuccess() {
        var refused = parsed(BILLER, anEntry(AuditAction.UPDATE).refused("SEGREGATION_OF_DUTIES"));
        var failed = parsed(BILLER, anEntry(AuditAction.UPDATE).failed("PAYER_UNKNOWN"));

        assertThat(refused.getOutcome()).isEqualTo(AuditEventOutcome._4);
        assertThat(refused.getOutcomeDesc()).isEqualTo("SEGREGATION_OF_DUTIES");
        assertThat(refused.getMeta().hasProfile()).isFalse();
        assertThat(failed.getOutcome()).isEqualTo(AuditEventOutcome._8);
    }

    @Test
    void configurationIsForOperation() {
        var event = parsed(BILLER, AuditEntry.update("payer-terms", "P1").inOperation());

        var purpose = event.getPurposeOfEventFirstRep().getCodingFirstRep();
        assertThat(purpose.getSystem()).isEqualTo("http://terminology.hl7.org/CodeSystem/v3-ActReason");
        assertThat(purpose.getCode()).isEqualTo("HOPERAT");
    }

    private static AuditEntry anEntry(AuditAction action) {
        var entry = action == AuditAction.QUERY
                ? AuditEntry.query("claim", 12).askingFor("state=HELD")
                : AuditEntry.of(action, "claim", List.of("CLM1"));
        return entry.at("LAKESIDE").from("192.0.2.17").ofRequest(REQUEST);
    }

    /** As a strict reader of R4 reads it: unknown elements, wrong types and codes of no value set are errors. */
    private static AuditEvent parsed(Actor actor, AuditEntry entry) {
        var json = AuditEvents.fhir(new AuditRow(17, AT, actor, entry), "claims-service")
                .toString();
        return R4.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(AuditEvent.class, json);
    }

    private static String typeOf(AuditEventAgentComponent agent) {
        return agent.getType().getCodingFirstRep().getCode();
    }

    private static AuditEventEntityComponent theEntity(AuditEvent event, String type) {
        assertThat(event.getEntity())
                .filteredOn(entity -> entity.getType().getCode().equals(type))
                .hasSize(1);
        return event.getEntity().stream()
                .filter(entity -> entity.getType().getCode().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
