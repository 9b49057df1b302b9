package io.openrcm.events.delivery;

import io.openrcm.events.FacilityId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** An aggregate as the services have them: it hears of appeals and says that it has. */
@Entity
@Table(name = "tally")
public class Tally implements EventSource {

    @Id
    private UUID id;

    private int appeals;
    private String heard = "";

    @Column(name = "event_seq")
    private long eventSeq;

    @Version
    private int version;

    protected Tally() {}

    Tally(UUID id) {
        this.id = id;
    }

    void hear(int level) {
        appeals++;
        heard += level + " ";
    }

    int appeals() {
        return appeals;
    }

    @Override
    public UUID aggregateId() {
        return id;
    }

    @Override
    public FacilityId facility() {
        return new FacilityId("LAKESIDE");
    }

    @Override
    public long nextEventSeq() {
        return ++eventSeq;
    }
}
