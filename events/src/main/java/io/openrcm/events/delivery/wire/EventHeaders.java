package io.openrcm.events.delivery.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * What a message says about itself: CloudEvents 1.0, binary mode for Kafka, with order and causation as extensions. Nothing here may be
 * about a patient.
 *
 * @param source the service, for instance {@code /claims-service}
 * @param subject the aggregate; also the message's key
 * @param aggregateSeq 1, 2, 3 and so on within the subject
 * @param traceparent W3C trace context, where the change was traced
 * @param facility the facility whose record this is about; absent for what concerns no facility or several
 */
public record EventHeaders(
        UUID id,
        String type,
        String source,
        UUID subject,
        Instant time,
        long aggregateSeq,
        UUID causationId,
        UUID correlationId,
        @Nullable String traceparent,
        @Nullable String facility) {

    private static final String SPEC_VERSION = "1.0";

    /** One line per header, {@code name=value}, as kept in the outbox. */
    public byte[] toLines() {
        var lines = new StringBuilder(400)
                .append("ce_specversion=" + SPEC_VERSION + "\nce_id=")
                .append(id)
                .append("\nce_type=")
                .append(type)
                .append("\nce_source=")
                .append(source)
                .append("\nce_subject=")
                .append(subject)
                .append("\nce_time=")
                .append(time)
                .append("\naggregateseq=")
                .append(aggregateSeq)
                .append("\ncausationid=")
                .append(causationId)
                .append("\ncorrelationid=")
                .append(correlationId);
        if (traceparent != null) {
            lines.append("\ntraceparent=").append(traceparent);
        }
        if (facility != null) {
            lines.append("\nfacility=").append(facility);
        }
        return lines.toString().getBytes(UTF_8);
    }

    /** The lines as the headers of a Kafka record. */
    public static List<Header> fromLines(byte[] lines) {
        var headers = new ArrayList<Header>(10);
        for (String line : new String(lines, UTF_8).split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                headers.add(new RecordHeader(
                        line.substring(0, equals), line.substring(equals + 1).getBytes(UTF_8)));
            }
        }
        return headers;
    }

    /** The headers of a record as lines; a header whose text would break the lines loses its line ends. */
    public static byte[] toLines(Headers headers) {
        var lines = new StringBuilder(400);
        for (Header header : headers) {
            lines.append(header.key()).append('=');
            lines.append(header.value() == null ? "" : new String(header.value(), UTF_8).replace('\n', ' '));
            lines.append('\n');
        }
        return lines.toString().getBytes(UTF_8);
    }

    /** Null if something that every event has is missing or malformed. */
    public static @Nullable EventHeaders read(Iterable<Header> headers) {
        try {
            return new EventHeaders(
                    uuid(headers, "ce_id"),
                    text(headers, "ce_type"),
                    text(headers, "ce_source"),
                    uuid(headers, "ce_subject"),
                    Instant.parse(text(headers, "ce_time")),
                    positive(text(headers, "aggregateseq")),
                    uuid(headers, "causationid"),
                    uuid(headers, "correlationid"),
                    find(headers, "traceparent"),
                    find(headers, "facility"));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return null;
        }
    }

    private static UUID uuid(Iterable<Header> headers, String name) {
        return UUID.fromString(text(headers, name));
    }

    private static long positive(String number) {
        long value = Long.parseLong(number);
        if (value < 1) {
            throw new IllegalArgumentException("not positive");
        }
        return value;
    }

    private static String text(Iterable<Header> headers, String name) {
        var value = find(headers, name);
        if (value == null) {
            throw new IllegalArgumentException("no header " + name);
        }
        return value;
    }

    private static @Nullable String find(Iterable<Header> headers, String name) {
        for (Header header : headers) {
            if (header.key().equals(name) && header.value() != null) {
                return new String(header.value(), UTF_8);
            }
        }
        return null;
    }
}
