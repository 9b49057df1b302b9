package io.openrcm.coding.encounter.lookup;

import static io.openrcm.security.sealing.BlindIndex.Kind.MEDICAL_RECORD_NUMBER;
import static io.openrcm.security.sealing.BlindIndex.Kind.MEMBER_ID;

import io.openrcm.coding.intake.EncounterContent;
import io.openrcm.security.sealing.BlindIndex;
import io.openrcm.security.sealing.BlindIndex.Kind;
import io.openrcm.security.sealing.columns.BlindIndexed;
import io.openrcm.security.sealing.columns.BlindIndexedType;
import io.openrcm.security.sealing.resealing.SealedTable.Identifier;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Type;
import org.jspecify.annotations.Nullable;

/** By which numbers an encounter is found: keyed hashes, because its content is sealed. An encounter has at most three coverages. */
@Embeddable
@SuppressWarnings("UnusedVariable") // only searched by
public class PatientNumbers {

    static final List<String> COLUMNS = List.of(
            "medical_record_number_index", "member_id_index", "second_member_id_index", "third_member_id_index");

    @Type(BlindIndexedType.class)
    private @Nullable BlindIndexed medicalRecordNumberIndex;

    @Type(BlindIndexedType.class)
    private @Nullable BlindIndexed memberIdIndex;

    @Type(BlindIndexedType.class)
    private @Nullable BlindIndexed secondMemberIdIndex;

    @Type(BlindIndexedType.class)
    private @Nullable BlindIndexed thirdMemberIdIndex;

    protected PatientNumbers() {}

    public static PatientNumbers of(EncounterContent content) {
        var identifiers = identifiers(content);
        var numbers = new PatientNumbers();
        numbers.medicalRecordNumberIndex = index(identifiers.get(0));
        numbers.memberIdIndex = index(identifiers.get(1));
        numbers.secondMemberIdIndex = index(identifiers.get(2));
        numbers.thirdMemberIdIndex = index(identifiers.get(3));
        return numbers;
    }

    /** In the order of the columns. */
    static List<@Nullable Identifier> identifiers(EncounterContent content) {
        var identifiers = new ArrayList<@Nullable Identifier>();
        identifiers.add(identifier(MEDICAL_RECORD_NUMBER, content.patient().medicalRecordNumber()));
        for (var coverage : content.coverages()) {
            identifiers.add(identifier(MEMBER_ID, coverage.memberId()));
        }
        while (identifiers.size() < COLUMNS.size()) {
            identifiers.add(null);
        }
        return identifiers;
    }

    /** None of what is nothing but hyphens. */
    private static @Nullable Identifier identifier(Kind kind, String value) {
        return BlindIndex.canFind(value) ? new Identifier(kind, value) : null;
    }

    private static @Nullable BlindIndexed index(@Nullable Identifier identifier) {
        return identifier == null ? null : BlindIndexed.of(identifier.kind(), identifier.value());
    }
}
