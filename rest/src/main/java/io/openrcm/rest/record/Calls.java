package io.openrcm.rest.record;

import io.openrcm.rest.Answer;
import io.openrcm.rest.Page;
import io.openrcm.security.audit.AuditEntry;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the audit trail says of a call that was answered. */
final class Calls {

    private Calls() {}

    /** Named by what was answered, else by the path or by the place of what was made. */
    static AuditEntry entry(Audited audited, Method method, Object[] arguments, @Nullable Object answer) {
        var answered = items(answer);
        var records = answered.stream()
                .filter(OnRecord.class::isInstance)
                .map(OnRecord.class::cast)
                .toList();
        var ids = records.isEmpty()
                ? named(method, arguments, answer)
                : records.stream().map(OnRecord::recordId).toList();
        var facilities = records.stream()
                .map(OnRecord::recordFacility)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var entry = switch (audited.action()) {
            case QUERY -> AuditEntry.query(audited.what(), answered.size()).about(ids);
            case EXPORT -> AuditEntry.export(audited.what(), ids.size()).about(ids);
            default -> AuditEntry.of(audited.action(), audited.what(), ids);
        };
        var placed = audited.operation() ? entry.at(facilities).inOperation() : entry.at(facilities);
        var correlations = records.stream()
                .map(OnRecord::recordCorrelation)
                .filter(Objects::nonNull)
                .distinct()
                .limit(2)
                .toList();
        return correlations.size() == 1 ? placed.correlatedBy(correlations.getFirst()) : placed;
    }

    /** A call that was not answered as asked. */
    static AuditEntry refused(Audited audited, int status, String code) {
        var entry = status == 401 ? AuditEntry.login() : AuditEntry.of(audited.action(), audited.what(), List.of());
        var placed = audited.operation() ? entry.inOperation() : entry;
        return status >= 500 ? placed.failed(code) : placed.refused(code);
    }

    private static List<?> items(@Nullable Object answer) {
        return switch (answer) {
            case null -> List.of();
            case Response response -> response.hasEntity() ? items(response.getEntity()) : List.of();
            case Answer kept -> items(kept.body());
            case Page<?> page -> page.items();
            case List<?> list -> list;
            default -> List.of(answer);
        };
    }

    private static List<String> named(Method method, Object[] arguments, @Nullable Object answer) {
        var named = new ArrayList<String>();
        var parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].isAnnotationPresent(PathParam.class) && arguments[i] != null) {
                named.add(arguments[i].toString());
            }
        }
        if (answer instanceof Response response && response.getLocation() != null) {
            var path = response.getLocation().getPath();
            named.add(path.substring(path.lastIndexOf('/') + 1));
        }
        return named;
    }
}
