package io.openrcm.gateway.x12.claim;

import io.openrcm.events.claims.ClaimType;
import io.openrcm.gateway.x12.claim.Envelope.TradingParty;
import io.openrcm.gateway.x12.claim.WrittenInterchange.ClaimPlace;
import io.openrcm.gateway.x12.claim.WrittenInterchange.Group;
import io.openrcm.gateway.x12.syntax.SegmentWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes files of claims: 837 professional (005010X222A1) and institutional (005010X223A2). */
public final class Interchange837 {

    private static final int ENVELOPE_BYTES = 2048;
    private static final int CLAIM_BYTES = 1024;

    private final Envelope envelope;
    private final SegmentWriter writer;
    private final List<Group> groups = new ArrayList<>();
    private final List<ClaimPlace> places = new ArrayList<>();

    private Interchange837(Envelope envelope, int claims) {
        this.envelope = envelope;
        this.writer = new SegmentWriter(ENVELOPE_BYTES + claims * CLAIM_BYTES);
    }

    /**
     * One interchange with one group for each type of claim, in the order in which the types first come. The same
     * arguments give the same bytes.
     *
     * @throws IllegalArgumentException if there is no set, or two have one control number
     */
    public static WrittenInterchange write(Envelope envelope, List<TransactionSet> sets) {
        Set<String> numbers = new HashSet<>();
        Map<ClaimType, List<TransactionSet>> byType = new LinkedHashMap<>();
        int claims = 0;
        for (TransactionSet set : sets) {
            if (!numbers.add(set.controlNumber())) {
                throw new IllegalArgumentException("two transaction sets have one control number");
            }
            byType.computeIfAbsent(set.type(), _ -> new ArrayList<>()).add(set);
            claims += set.claims().size();
        }
        if (sets.isEmpty()) {
            throw new IllegalArgumentException("an interchange holds at least one transaction set");
        }
        return new Interchange837(envelope, claims).write(byType);
    }

    private WrittenInterchange write(Map<ClaimType, List<TransactionSet>> byType) {
        TradingParty sender = envelope.sender();
        TradingParty receiver = envelope.receiver();
        writer.interchangeHeader(
                sender.qualifier(),
                sender.id(),
                receiver.qualifier(),
                receiver.id(),
                envelope.preparedAt(),
                envelope.interchangeNumber(),
                envelope.usage().code());
        byType.forEach(this::group);
        writer.segment("IEA")
                .number(groups.size())
                .nineDigits(envelope.interchangeNumber())
                .end();
        String number = String.format(Locale.ROOT, "%09d", envelope.interchangeNumber());
        return new WrittenInterchange(number, writer.toBytes(), groups, places);
    }

    private void group(ClaimType type, List<TransactionSet> sets) {
        String number = Long.toString(envelope.firstGroupNumber() + groups.size());
        String guide = guide(type);
        writer.segment("GS")
                .text("HC")
                .text(envelope.sender().id())
                .text(envelope.receiver().id())
                .date(envelope.preparedAt().toLocalDate())
                .time(envelope.preparedAt())
                .text(number)
                .text("X")
                .text(guide)
                .end();
        sets.forEach(set -> transaction(number, guide, set));
        writer.segment("GE").number(sets.size()).text(number).end();
        groups.add(new Group(number, type));
    }

    private static String guide(ClaimType type) {
        return switch (type) {
            case PROFESSIONAL -> "005010X222A1";
            case INSTITUTIONAL -> "005010X223A2";
        };
    }

    private void transaction(String group, String guide, TransactionSet set) {
        writer.restartCount();
        writer.segment("ST").text("837").text(set.controlNumber()).text(guide).end();
        writer.segment("BHT")
                .text("0019")
                .text("00")
                .text(set.reference())
                .date(envelope.preparedAt().toLocalDate())
                .time(envelope.preparedAt())
                .text("CH")
                .end();
        party("41", envelope.sender());
        writer.segment("PER")
                .text("IC")
                .text(envelope.contact().name())
                .text("TE")
                .text(envelope.contact().phone())
                .end();
        party("40", envelope.receiver());
        new HierarchyWriter(writer, group, set, places).write();
        writer.segment("SE")
                .number(writer.segments() + 1)
                .text(set.controlNumber())
                .end();
    }

    private void party(String role, TradingParty party) {
        writer.segment("NM1")
                .text(role)
                .text("2")
                .text(party.name())
                .skip(4)
                .text("46")
                .text(party.id())
                .end();
    }
}
