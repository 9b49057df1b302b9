package io.openrcm.events.encounter;

import java.time.LocalDate;

/** Who holds the policy, where that is not the patient. */
public record Subscriber(PersonName name, LocalDate birthDate, Sex sex, Address address) {

    @Override
    public String toString() {
        return "Subscriber[withheld]";
    }
}
