package io.openrcm.events.protection;

import org.jspecify.annotations.Nullable;

/**
 * The label of a record of treatment for a substance use disorder, which 42 CFR Part 2 protects more strictly than others. It stays with
 * the record: what is made of a labelled record is labelled.
 *
 * @param consent the patient's written consent to disclose for payment (42 CFR 2.31, 2.33); absent where none is on file, and then
 *     nothing leaves
 */
public record Part2(@Nullable ConsentReference consent) {

    /** What must accompany each disclosure that is made with consent, in its short form (42 CFR 2.32(a)(2)). */
    public static final String NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";
}
