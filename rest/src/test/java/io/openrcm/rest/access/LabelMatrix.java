package io.openrcm.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.rest.access.AccessIntent.Line;
import io.openrcm.rest.access.AccessIntent.Other;
import io.openrcm.security.access.Roles;
import io.openrcm.security.identity.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every endpoint that shows a record, in every role that {@code docs/access.yaml} lets in, with and without the role {@code part2}: what is
 * under 42 CFR Part 2 is there for those who have it, and for the others as if it did not exist. A service's test extends this.
 */
public abstract class LabelMatrix {

    /**
     * Where the record is seen.
     *
     * @param name by which it stands in a list
     */
    public record Sighting(String path, String name) {}

    /** Of every service: ids of what was done to which record, for auditors, who see no record. */
    private static final List<String> AUDIT_TRAIL = List.of("GET /audit-records", "GET /audit-events");

    /** Makes a record of LAKESIDE, and says for each endpoint where it is seen. */
    protected abstract Map<String, Sighting> aRecord(boolean underPart2);

    /** Endpoints that tell facilities apart but show no single record of a patient, and why. */
    protected abstract Map<String, String> withoutRecords();

    /** A body that the endpoint can read, where it looks for the record only after that. */
    protected String bodyFor(String endpoint, String role) {
        return Call.EMPTY;
    }

    @ParameterizedTest(name = "under 42 CFR Part 2: {0}")
    @ValueSource(booleans = {false, true})
    void aRecordIsSeenByWhoeverMaySeeItsLabelAndByNobodyElse(boolean underPart2) {
        var seen = aRecord(underPart2);
        var lines = linesAboutRecords(seen);

        var wrong = new ArrayList<String>();
        for (var line : lines) {
            for (var role : line.roles()) {
                for (var mayPart2 : List.of(false, true)) {
                    var sighting = seen.get(line.endpoint());
                    // A hospital's own system has what it sends.
                    boolean may = !underPart2 || mayPart2 || role.equals(Roles.HOSPITAL_SYSTEM);
                    var roles = mayPart2 ? new String[] {role, Roles.PART2} : new String[] {role};
                    if (isSeen(
                                    line,
                                    role,
                                    sighting,
                                    Token.of(roles).at("LAKESIDE").signed())
                            != may) {
                        wrong.add(line.endpoint() + " as " + String.join(" and ", roles));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Lists first: what is done to a record may take it off a list. */
    private List<Line> linesAboutRecords(Map<String, Sighting> seen) {
        var service = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
        var lines = AccessIntent.of(service).stream()
                .filter(line -> line.other() == Other.HIDDEN || line.other() == Other.EMPTY)
                .toList();
        var told = new TreeSet<>(seen.keySet());
        told.addAll(withoutRecords().keySet());
        told.addAll(AUDIT_TRAIL);
        assertThat(lines).extracting(Line::endpoint).containsExactlyInAnyOrderElementsOf(told);
        return lines.stream()
                .filter(line -> seen.containsKey(line.endpoint()))
                .sorted(Comparator.comparing(line -> line.other() == Other.HIDDEN))
                .toList();
    }

    private boolean isSeen(Line line, String role, Sighting sighting, String token) {
        var reply = call(line, role, sighting.path(), token);
        if (line.other() == Other.EMPTY) {
            assertThat(reply.status()).as(line.endpoint()).isEqualTo(200);
            return reply.body().contains(sighting.name());
        }
        if (reply.status() == 404) {
            var nobodys = line.path()
                    .replace("{number}", "NOBODYS")
                    .replace("{id}", UUID.randomUUID().toString());
            assertThat(reply.body())
                    .as(line.endpoint())
                    .isEqualTo(call(line, role, nobodys, token).body());
            return false;
        }
        return true;
    }

    private Call.Reply call(Line line, String role, String path, String token) {
        var mediaType = Endpoints.withMediaTypes().getOrDefault(line.endpoint(), Endpoints.JSON);
        return new Call(line.method(), path, mediaType, token, bodyFor(line.endpoint(), role)).send();
    }
}
