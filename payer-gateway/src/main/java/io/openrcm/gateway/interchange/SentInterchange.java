package io.openrcm.gateway.interchange;

import io.openrcm.events.FacilityId;
import io.openrcm.events.Ids;
import io.openrcm.gateway.archive.Sha256;
import io.openrcm.gateway.exchange.Audience;
import io.openrcm.gateway.partner.TradingPartner;
import io.openrcm.gateway.partner.UsageMode;
import io.openrcm.gateway.x12.answer.Verdict;
import io.openrcm.gateway.x12.claim.WrittenInterchange;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One file of claims to a trading partner. Its bytes never change once it is here. */
@Entity
@Table(name = "interchange")
public class SentInterchange {

    @Id
    private UUID id;

    @Column(name = "partner_id")
    private String partnerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "usage_mode")
    private UsageMode usage;

    @Column(name = "control_number")
    private long controlNumber;

    @Column(name = "file_name")
    private String fileName;

    @Enumerated(EnumType.STRING)
    private InterchangeStatus status = InterchangeStatus.PREPARED;

    private byte[] sha256;

    @Column(name = "size_bytes")
    private int sizeBytes;

    private int claims;

    private List<String> facilities;

    private boolean part2;

    @Column(name = "prepared_at")
    private Instant preparedAt;

    @Column(name = "delivered_at")
    private @Nullable Instant deliveredAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Verdict acknowledged;

    @Column(name = "acknowledgment_note")
    private @Nullable String acknowledgmentNote;

    protected SentInterchange() {}

    SentInterchange(
            TradingPartner partner, long controlNumber, WrittenInterchange file, Audience audience, Instant at) {
        this.id = Ids.derived(partner.id() + "/interchange/" + controlNumber);
        this.partnerId = partner.id();
        this.usage = partner.usage();
        this.controlNumber = controlNumber;
        this.fileName = file.controlNumber() + ".837";
        this.sha256 = Sha256.of(file.bytes());
        this.sizeBytes = file.bytes().length;
        this.claims = file.places().size();
        this.facilities =
                audience.facilities().stream().map(FacilityId::value).sorted().toList();
        this.part2 = audience.part2();
        this.preparedAt = at;
    }

    boolean isPrepared() {
        return status == InterchangeStatus.PREPARED;
    }

    /** True where this is news. */
    boolean deliver(Instant at) {
        if (status == InterchangeStatus.DELIVERED) {
            return false;
        }
        status = InterchangeStatus.DELIVERED;
        deliveredAt = at;
        return true;
    }

    /** Keeps the first word of the partner on the envelope, except that a refusal outweighs an acceptance. */
    public void acknowledge(Verdict verdict, String note) {
        if (acknowledged == null || verdict.isRejected()) {
            acknowledged = verdict;
            acknowledgmentNote = note;
        }
    }

    public UUID id() {
        return id;
    }

    String partnerId() {
        return partnerId;
    }

    String fileName() {
        return fileName;
    }

    /** Who may see the claims in it. */
    public Audience audience() {
        return new Audience(facilities.stream().map(FacilityId::new).collect(Collectors.toSet()), part2);
    }

    /** Whether a claim in it is under 42 CFR Part 2. */
    public boolean underPart2() {
        return part2;
    }

    /** Under which it went, nine digits. */
    public String number() {
        return fileName.substring(0, fileName.indexOf('.'));
    }

    public InterchangeView view(List<SentSet> sets) {
        return new InterchangeView(
                id,
                partnerId,
                usage,
                number(),
                fileName,
                status,
                HexFormat.of().formatHex(sha256),
                sizeBytes,
                claims,
                preparedAt,
                deliveredAt,
                acknowledged,
                acknowledgmentNote,
                part2 ? Boolean.TRUE : null,
                sets.stream().map(SentSet::view).toList());
    }
}
