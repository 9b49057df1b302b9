package io.openrcm.events.encounter;

import java.time.LocalDate;

/** Who was treated. */
public record Patient(String medicalRecordNumber, PersonName name, LocalDate birthDate, Sex sex, Address address) {

    @Override
    public String toString() {
        return "Patient[withheld]";
    }
}
