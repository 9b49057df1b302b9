package io.openrcm.security.audit;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is put on record: {@code AuditEntry.read("claim", number).at(facility)}. Never what identifies a patient; who did it is known already.
 *
 * @param what kind of object in the words of the business, as {@code work-item}; of a service's work the event, as {@code ClaimReleased}
 * @param objectIds ids and claim numbers
 * @param facilities of the objects; empty: none known
 */
public record AuditEntry(
        AuditAction action,
        String what,
        List<String> objectIds,
        List<String> facilities,
        PurposeOfUse purpose,
        Result result,
        Origin origin) {

    /**
     * How it ended.
     *
     * @param problem why not, as a code
     * @param matched of a query or export: how many
     * @param askedFor of a query: its filter
     */
    public record Result(
            AuditOutcome outcome,
            @Nullable String problem,
            @Nullable Integer matched,
            @Nullable String askedFor) {

        private static final Result SUCCESS = new Result(AuditOutcome.SUCCESS, null, null, null);
    }

    /**
     * Where it came from.
     *
     * @param source the client's address or the topic
     */
    public record Origin(
            @Nullable String source,
            @Nullable UUID correlationId,
            @Nullable UUID requestId) {

        private static final Origin NOT_KNOWN = new Origin(null, null, null);
    }

    private static final int LONGEST_TEXT = 1_000;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    public AuditEntry {
        if (what.isBlank()) {
            throw new IllegalArgumentException("an entry says what it is about");
        }
        objectIds = List.copyOf(objectIds);
        facilities = facilities.size() < 2
                ? List.copyOf(facilities)
                : facilities.stream().distinct().sorted().toList();
    }

    public static AuditEntry of(AuditAction action, String what, Collection<String> objectIds) {
        return new AuditEntry(
                action, what, List.copyOf(objectIds), List.of(), PurposeOfUse.HPAYMT, Result.SUCCESS, Origin.NOT_KNOWN);
    }

    public static AuditEntry create(String what, String... objectIds) {
        return of(AuditAction.CREATE, what, Arrays.asList(objectIds));
    }

    public static AuditEntry read(String what, String... objectIds) {
        return of(AuditAction.READ, what, Arrays.asList(objectIds));
    }

    public static AuditEntry update(String what, String... objectIds) {
        return of(AuditAction.UPDATE, what, Arrays.asList(objectIds));
    }

    public static AuditEntry delete(String what, String... objectIds) {
        return of(AuditAction.DELETE, what, Arrays.asList(objectIds));
    }

    public static AuditEntry execute(String what, String... objectIds) {
        return of(AuditAction.EXECUTE, what, Arrays.asList(objectIds));
    }

    public static AuditEntry query(String what, int matched) {
        return of(AuditAction.QUERY, what, List.of()).matching(matched);
    }

    public static AuditEntry export(String what, int matched) {
        return of(AuditAction.EXPORT, what, List.of()).matching(matched);
    }

    public static AuditEntry login() {
        return of(AuditAction.LOGIN, "session", List.of());
    }

    public AuditEntry at(String... ofObjects) {
        return at(Arrays.asList(ofObjects));
    }

    public AuditEntry at(Collection<String> ofObjects) {
        return new AuditEntry(action, what, objectIds, List.copyOf(ofObjects), purpose, result, origin);
    }

    /** Configuration and operation. */
    public AuditEntry inOperation() {
        return new AuditEntry(action, what, objectIds, facilities, PurposeOfUse.HOPERAT, result, origin);
    }

    private AuditEntry matching(int matched) {
        return with(new Result(result.outcome, result.problem, matched, result.askedFor));
    }

    /** The filter of a query in code values; never a name, a birth date or a member's number. */
    public AuditEntry askingFor(String filter) {
        return with(new Result(result.outcome, result.problem, result.matched, printable(filter)));
    }

    public AuditEntry refused(String code) {
        return with(new Result(AuditOutcome.REFUSED, code, result.matched, result.askedFor));
    }

    public AuditEntry failed(String code) {
        return with(new Result(AuditOutcome.FAILED, code, result.matched, result.askedFor));
    }

    /** The same thing so many times. */
    public AuditEntry times(int times) {
        return matching(times);
    }

    /** The client's address, or the topic. */
    public AuditEntry from(String source) {
        return with(new Origin(printable(source), origin.correlationId, origin.requestId));
    }

    public AuditEntry correlatedBy(UUID id) {
        return with(new Origin(origin.source, id, origin.requestId));
    }

    public AuditEntry ofRequest(UUID id) {
        return with(new Origin(origin.source, origin.correlationId, id));
    }

    /** The same about these objects. */
    public AuditEntry about(List<String> others) {
        return new AuditEntry(action, what, others, facilities, purpose, result, origin);
    }

    AuditEntry with(Origin other) {
        return new AuditEntry(action, what, objectIds, facilities, purpose, result, other);
    }

    private AuditEntry with(Result other) {
        return new AuditEntry(action, what, objectIds, facilities, purpose, other, origin);
    }

    /** What a client sent cannot keep the entry from being written, nor break a line where it is read. */
    private static String printable(String text) {
        var cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        return CONTROL.matcher(cut).replaceAll("?");
    }
}
