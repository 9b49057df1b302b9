package io.openrcm.gateway.x12.claim;

import io.openrcm.events.encounter.Charge.Unit;
import io.openrcm.events.encounter.Coverage.PlanType;
import io.openrcm.events.encounter.Diagnosis.PresentOnAdmission;
import io.openrcm.events.encounter.Relationship;
import io.openrcm.events.encounter.Sex;
import org.jspecify.annotations.Nullable;

/** Our words in the guides' code values. */
final class CodeValues {

    private static final String[] RANKS = {"P", "S", "T", "A", "B", "C", "D", "E", "F", "G", "H"};

    private CodeValues() {}

    /** SBR01, from rank 1. */
    static String rank(int rank) {
        return RANKS[rank - 1];
    }

    /** SBR09. */
    static String plan(PlanType plan) {
        return switch (plan) {
            case COMMERCIAL -> "CI";
            case BLUE_CROSS -> "BL";
            case MEDICARE_PART_A -> "MA";
            case MEDICARE_PART_B -> "MB";
            case MEDICAID -> "MC";
            case TRICARE -> "CH";
            case WORKERS_COMPENSATION -> "WC";
            case AUTO -> "AM";
            case SELF_PAY -> "ZZ";
        };
    }

    /** SBR02 of other payers, and PAT01. */
    static String relationship(Relationship relationship) {
        return switch (relationship) {
            case SELF -> "18";
            case SPOUSE -> "01";
            case CHILD -> "19";
            case EMPLOYEE -> "20";
            case OTHER -> "G8";
            case UNKNOWN -> "21";
        };
    }

    /** DMG03. */
    static String sex(Sex sex) {
        return switch (sex) {
            case FEMALE -> "F";
            case MALE -> "M";
            case UNKNOWN -> "U";
        };
    }

    /** HI component 9; nothing where exempt (the 1 of older versions is invalid). */
    static @Nullable String presentOnAdmission(@Nullable PresentOnAdmission present) {
        return switch (present) {
            case YES -> "Y";
            case NO -> "N";
            case UNKNOWN -> "U";
            case CLINICALLY_UNDETERMINED -> "W";
            case EXEMPT -> null;
            case null -> null;
        };
    }

    /** SV103 and SV204. */
    static String unit(Unit unit) {
        return switch (unit) {
            case UNITS -> "UN";
            case DAYS -> "DA";
            case MINUTES -> "MJ";
        };
    }
}
