package io.openrcm.events.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.openrcm.events.delivery.EventCodec;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * One step of a story: a message of a service, or what somebody outside does. The file is named {@code NN-<by>-<what>}, and ends in
 * {@code .edi} for a trading partner's file.
 *
 * @param by a service, or for instance {@code hospital}, {@code payer}, {@code biller}
 * @param name of the file without its number
 */
public record Step(String by, String name, String text) {

    /** The services by the names that stand in file names. */
    public static final List<String> SERVICES = List.of("coding", "claims", "gateway", "followup");

    /** ISA09 and ISA10 stand in fixed places. */
    private static final int ENVELOPE_DATE = 70;

    private static final DateTimeFormatter ENVELOPE_TIME = DateTimeFormatter.ofPattern("yyMMdd'*'HHmm");

    static Step of(String fileName, String text) {
        var name = fileName.substring(fileName.indexOf('-') + 1);
        return new Step(name.substring(0, name.indexOf('-')), name, text);
    }

    static Step said(String service, Told message) {
        return new Step(service, service + "-" + message.event() + ".json", message.text());
    }

    boolean isMessage() {
        return SERVICES.contains(by);
    }

    Told message() {
        return Told.read(text);
    }

    /** What stands in a JSON file. */
    public JsonNode json() {
        try {
            return EventCodec.standard().mapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** When it happens; a trading partner's file comes when its envelope was dated, taken as UTC. */
    Instant at() {
        if (isMessage()) {
            return message().occurredAt();
        }
        if (name.endsWith(".edi")) {
            var dated = text.substring(ENVELOPE_DATE, ENVELOPE_DATE + "yyMMdd*HHmm".length());
            return LocalDateTime.parse(dated, ENVELOPE_TIME).toInstant(ZoneOffset.UTC);
        }
        return Instant.parse(json().path("at").asText());
    }
}
