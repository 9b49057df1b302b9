package io.openrcm.coding.bulk;

import io.openrcm.coding.CodingProblem;
import io.openrcm.coding.encounter.Registration;
import io.openrcm.coding.encounter.Registration.Kept;
import io.openrcm.coding.encounter.Registration.Refused;
import io.openrcm.coding.intake.EncounterJson;
import io.openrcm.coding.intake.EncounterReader;
import io.openrcm.coding.intake.Submission;
import io.openrcm.events.EncounterId;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.RestProblem;
import io.openrcm.rest.edge.BodyLimit;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Takes in a stream of encounters, some hundred in one transaction. Each line stands for itself: what is wrong with one harms
 * no other, and a stream that breaks off can be sent again as a whole.
 */
@ApplicationScoped
public class BulkIntake {

    private static final int CHUNK_LINES = 200;
    private static final int CHUNK_BYTES = 4 << 20;

    private final EncounterReader reader = new EncounterReader();
    private final RegisterChunk registerChunk;
    private final Clock clock;

    public BulkIntake(RegisterChunk registerChunk, Clock clock) {
        this.registerChunk = registerChunk;
        this.clock = clock;
    }

    private record Line(long number, Submission submission) {}

    /** Reads to the end; writes one result per line that is not blank, in the order of the lines, chunk by chunk. */
    public void takeIn(InputStream in, OutputStream out) throws IOException {
        NdjsonLines lines = new NdjsonLines(in, BodyLimit.MAX_BYTES);
        List<Line> chunk = new ArrayList<>(CHUNK_LINES);
        int bytes = 0;
        while (lines.next()) {
            chunk.add(read(lines));
            bytes += lines.length();
            if (chunk.size() == CHUNK_LINES || bytes > CHUNK_BYTES) {
                finish(chunk, out);
                chunk.clear();
                bytes = 0;
            }
        }
        finish(chunk, out);
    }

    private Line read(NdjsonLines lines) {
        Submission submission = lines.isTooLong()
                ? new Submission.TooLong()
                : reader.read(lines.bytes(), lines.offset(), lines.length(), LocalDate.now(clock));
        return new Line(lines.number(), submission);
    }

    private void finish(List<Line> chunk, OutputStream out) throws IOException {
        List<Submission.Accepted> accepted = new ArrayList<>(chunk.size());
        for (Line line : chunk) {
            if (line.submission() instanceof Submission.Accepted encounter) {
                accepted.add(encounter);
            }
        }
        Iterator<Optional<Registration>> registrations =
                registerChunk.register(accepted).iterator();
        ByteArrayOutputStream results = new ByteArrayOutputStream(chunk.size() * 160);
        for (Line line : chunk) {
            results.writeBytes(EncounterJson.write(result(line, registrations)));
            results.write('\n');
        }
        out.write(results.toByteArray());
        out.flush();
    }

    private static LineResult result(Line line, Iterator<Optional<Registration>> registrations) {
        return switch (line.submission()) {
            case Submission.Accepted encounter -> registered(line.number(), encounter, registrations.next());
            case Submission.Refused refused ->
                failed(line.number(), 422, CodingProblem.ENCOUNTER_INVALID.name(), refused.errors());
            case Submission.NotJson broken ->
                failed(
                        line.number(),
                        400,
                        RestProblem.INVALID_JSON.name(),
                        List.of(new FieldError("", "JSON_SYNTAX", "not JSON at column " + broken.column())));
            case Submission.TooLong() ->
                failed(
                        line.number(),
                        400,
                        CodingProblem.LINE_TOO_LONG.name(),
                        List.of(new FieldError("", "MAX_BYTES", "at most " + BodyLimit.MAX_BYTES + " bytes")));
        };
    }

    private static LineResult registered(long number, Submission.Accepted sent, Optional<Registration> registration) {
        EncounterId id = sent.content().id();
        String encounterId = sent.content().source().encounterId();
        if (registration.isEmpty()) {
            return new LineResult(number, 503, id, encounterId, RestProblem.OVERLOADED.name(), List.of());
        }
        return switch (registration.get()) {
            case Kept kept -> new LineResult(number, kept.isNew() ? 201 : 200, id, encounterId, null, List.of());
            case Refused refused ->
                new LineResult(
                        number,
                        refused.code().status(),
                        id,
                        encounterId,
                        refused.code().name(),
                        refused.errors());
        };
    }

    private static LineResult failed(long number, int status, String code, List<FieldError> errors) {
        return new LineResult(number, status, null, null, code, errors);
    }
}
