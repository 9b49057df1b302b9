package io.openrcm.followup.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrcm.events.Money;
import io.openrcm.events.protection.Part2;
import io.openrcm.followup.workitem.WorkItem;
import io.openrcm.followup.workitem.WorkItemKind;
import io.openrcm.followup.workitem.WorkItemNote;
import io.openrcm.followup.workitem.WorkItemStatus;
import io.openrcm.followup.workitem.WorkItemSummary;
import io.openrcm.followup.workitem.WorkItems;
import io.openrcm.rest.Page;
import io.openrcm.rest.record.OnRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The work items as they are read. */
@ApplicationScoped
@Transactional
public class WorkItemList {

    private final WorkItems workItems;
    private final EntityManager entities;
    private final ObjectMapper json;
    private final Clock clock;

    public WorkItemList(WorkItems workItems, EntityManager entities, ObjectMapper json, Clock clock) {
        this.workItems = workItems;
        this.entities = entities;
        this.json = json;
        this.clock = clock;
    }

    public Page<WorkItemSummary> page(WorkItemFilter filter, WorkItemSort sort, @Nullable String after, int limit) {
        WorkItemFilter.Conditions conditions = filter.conditions();
        if (after != null) {
            conditions.after(sort, sort.read(after));
        }
        List<WorkItem> found = workItems
                .find(conditions.where() + sort.orderBy(), conditions.parameters())
                .range(0, limit)
                .list();
        return Page.of(found, limit, sort::cursorOf).map(WorkItem::summary);
    }

    /** Refuses an id of nothing that the caller may see. */
    public void require(UUID id) {
        var _ = workItems.get(id);
    }

    public Detail detail(UUID id) {
        WorkItem item = workItems.get(id);
        List<WorkItemNote.View> notes = entities.createQuery(
                        "from WorkItemNote where workItemId = ?1 order by writtenAt, id", WorkItemNote.class)
                .setParameter(1, id)
                .getResultStream()
                .map(WorkItemNote::view)
                .toList();
        try {
            var summary = item.summary();
            return new Detail(
                    summary,
                    json.readTree(item.details()),
                    notes,
                    item.version(),
                    summary.part2() == null ? null : Part2.NOTICE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a work item's details do not read as JSON", e);
        }
    }

    public Summary summary() {
        List<Row> rows = entities.createQuery(
                        "select kind, status, count(*), sum(amountCents) from WorkItem group by kind, status"
                                + " order by kind, status",
                        Object[].class)
                .getResultStream()
                .map(row -> new Row(
                        (WorkItemKind) row[0],
                        (WorkItemStatus) row[1],
                        ((Number) row[2]).longValue(),
                        Money.ofCents(((Number) row[3]).longValue())))
                .toList();
        long overdue = workItems.count(
                "status <> ?1 and deadlineOn < ?2",
                WorkItemStatus.RESOLVED,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return new Summary(rows, overdue);
    }

    /**
     * {@code details} holds the payer's reasons or the denied lines, as code values; {@code disclosureNotice} is there on what is under 42 CFR
     * Part 2, and must accompany it wherever it is disclosed.
     */
    public record Detail(
            WorkItemSummary item,
            JsonNode details,
            List<WorkItemNote.View> notes,
            long version,
            @Nullable String disclosureNotice)
            implements OnRecord {

        @Override
        public String recordId() {
            return item.recordId();
        }

        @Override
        public @Nullable String recordFacility() {
            return item.recordFacility();
        }
    }

    public record Row(WorkItemKind kind, WorkItemStatus status, long items, Money amount) {}

    /** {@code overdue} counts what is unresolved after its deadline. */
    public record Summary(List<Row> rows, long overdue) {}
}
