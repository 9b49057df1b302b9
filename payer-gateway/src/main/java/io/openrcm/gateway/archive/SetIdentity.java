package io.openrcm.gateway.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Under which numbers a transaction set came. Partners must not use them twice: the same numbers, of the same minute, with
 * other content contradict what was taken in before.
 *
 * @param sender ISA06
 * @param interchange ISA13
 * @param functionalGroup GS06, empty for a TA1
 * @param setControl ST02; the interchange it speaks of for a TA1
 * @param preparedAt ISA09 and ISA10
 * @param type ST01, or TA1
 */
@Embeddable
public record SetIdentity(
        String sender,
        String interchange,
        @Column(name = "functional_group") String functionalGroup,
        @Column(name = "set_control") String setControl,
        @Column(name = "prepared_at") String preparedAt,
        String type) {}
