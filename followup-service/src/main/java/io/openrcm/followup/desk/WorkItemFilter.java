package io.openrcm.followup.desk;

import io.openrcm.events.Money;
import io.openrcm.followup.workitem.WorkItemKind;
import io.openrcm.followup.workitem.WorkItemStatus;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which work items a list shows; what is absent does not restrict. */
public class WorkItemFilter {

    @QueryParam("kind")
    @Nullable
    WorkItemKind kind;

    @QueryParam("status")
    @Parameter(description = "Without it, everything that is not resolved")
    @Nullable
    WorkItemStatus status;

    @QueryParam("facility")
    @Nullable
    String facility;

    @QueryParam("payer")
    @Nullable
    String payer;

    @QueryParam("owner")
    @Nullable
    String owner;

    @QueryParam("claimNumber")
    @Nullable
    String claimNumber;

    @QueryParam("dueBy")
    @Parameter(description = "Deadline on or before this day")
    @Nullable
    LocalDate dueBy;

    @QueryParam("minAmount")
    @Parameter(description = "Dollars, like 100.00")
    @Nullable
    String minAmount;

    /** The conditions and their parameters. */
    Conditions conditions() {
        Conditions conditions = new Conditions();
        if (status == null && claimNumber == null) {
            conditions.add("status <> :resolved", "resolved", WorkItemStatus.RESOLVED);
        }
        conditions.equal("status", status);
        conditions.equal("kind", kind);
        conditions.equal("facility", facility);
        conditions.equal("payer", payer);
        conditions.equal("owner", owner);
        conditions.equal("claimNumber", claimNumber);
        if (dueBy != null) {
            conditions.add("deadlineOn <= :dueBy", "dueBy", dueBy);
        }
        if (minAmount != null) {
            conditions.add(
                    "amountCents >= :minCents", "minCents", Money.of(minAmount).cents());
        }
        return conditions;
    }

    /** A conjunction under construction. Field names are ours, values are always parameters. */
    static final class Conditions {

        private final List<String> clauses = new ArrayList<>(List.of("1 = 1"));
        private final Map<String, Object> parameters = new HashMap<>();

        void add(String clause, String parameter, Object value) {
            clauses.add(clause);
            parameters.put(parameter, value);
        }

        private void equal(String field, @Nullable Object value) {
            if (value != null) {
                add(field + " = :" + field, field, value);
            }
        }

        void after(WorkItemSort sort, WorkItemSort.After after) {
            add(sort.after(), "afterKey", after.key());
            parameters.put("afterId", after.id());
        }

        String where() {
            return String.join(" and ", clauses);
        }

        Map<String, Object> parameters() {
            return parameters;
        }
    }
}
