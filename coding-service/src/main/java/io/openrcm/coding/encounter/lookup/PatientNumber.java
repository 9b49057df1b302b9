package io.openrcm.coding.encounter.lookup;

import static io.openrcm.security.sealing.BlindIndex.Kind.MEDICAL_RECORD_NUMBER;
import static io.openrcm.security.sealing.BlindIndex.Kind.MEMBER_ID;

import io.openrcm.coding.encounter.Encounters.Search;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import io.openrcm.security.sealing.BlindIndex;
import io.openrcm.security.sealing.BlindIndex.Kind;
import io.openrcm.security.sealing.columns.BlindIndexed;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number that somebody holds in hand, exactly one of these; blanks, hyphens and case do not matter but in the last.
 *
 * @param memberId of any coverage of the encounter
 * @param patientAccountNumber the hospital's own id of the encounter
 */
public record PatientNumber(
        @Nullable String memberId,
        @Nullable String medicalRecordNumber,
        @Nullable String patientAccountNumber) {

    private static final int MOST_CHARACTERS = 80;
    private static final String OF_MEMBER = "(e.sent.numbers.memberIdIndex in :numbers"
            + " or e.sent.numbers.secondMemberIdIndex in :numbers or e.sent.numbers.thirdMemberIdIndex in :numbers)";

    /** How to look for it; a problem {@code INVALID_FIELD} (400) where it is none, several or nothing that could be found. */
    Search search(BlindIndex index) {
        var given = Stream.of(memberId, medicalRecordNumber, patientAccountNumber)
                .filter(Objects::nonNull)
                .toList();
        if (given.size() != 1 || given.getFirst().length() > MOST_CHARACTERS || !BlindIndex.canFind(given.getFirst())) {
            throw new Problem(
                    RestProblem.INVALID_FIELD,
                    "Name the number that is looked for.",
                    List.of(new FieldError("", "ONE_NUMBER", "exactly one number, of 1 to 80 characters")));
        }
        if (memberId != null) {
            return new Search(OF_MEMBER, indexes(index, MEMBER_ID, memberId));
        }
        return medicalRecordNumber != null
                ? new Search(
                        "e.sent.numbers.medicalRecordNumberIndex in :numbers",
                        indexes(index, MEDICAL_RECORD_NUMBER, medicalRecordNumber))
                : new Search("e.sourceEncounterId in :numbers", given);
    }

    /** While a key is being changed, rows are under either. */
    private static List<BlindIndexed> indexes(BlindIndex index, Kind kind, String value) {
        return index.candidates(kind, value).stream().map(BlindIndexed::of).toList();
    }

    @Override
    public String toString() {
        return "PatientNumber[withheld]";
    }
}
