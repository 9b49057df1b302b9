package io.openrcm.simulator.complaints;

import static io.openrcm.simulator.complaints.Consequence.ACCEPTED_WITH_ERRORS;
import static io.openrcm.simulator.complaints.Consequence.CLAIM_REJECTED;
import static io.openrcm.simulator.complaints.Consequence.GROUP_REJECTED;
import static io.openrcm.simulator.complaints.Consequence.INTERCHANGE_REJECTED;
import static io.openrcm.simulator.complaints.Consequence.NOTED;
import static io.openrcm.simulator.complaints.Consequence.TRANSACTION_REJECTED;

/** Everything this payer complains about, with the code by which it says so in its answer. */
public enum ComplaintCode {
    // Interchange: the answer code is TA1-05.
    NOT_AN_INTERCHANGE(INTERCHANGE_REJECTED, "022"),
    ISA_LENGTH(INTERCHANGE_REJECTED, "022"),
    ISA_FIELD(INTERCHANGE_REJECTED, "024"),
    ISA_IEA_CONTROL(INTERCHANGE_REJECTED, "001"),
    IEA_GROUP_COUNT(INTERCHANGE_REJECTED, "021"),
    TRUNCATED(INTERCHANGE_REJECTED, "023"),
    INTERCHANGE_STRUCTURE(INTERCHANGE_REJECTED, "022"),
    DUPLICATE_INTERCHANGE(INTERCHANGE_REJECTED, "025"),
    WRONG_RECEIVER(NOTED, ""),

    // Group: the answer code is AK905.
    GS_FIELD(GROUP_REJECTED, "6"),
    GS_GUIDE(GROUP_REJECTED, "2"),
    GS_GE_CONTROL(GROUP_REJECTED, "4"),
    GE_TRANSACTION_COUNT(GROUP_REJECTED, "5"),
    DUPLICATE_GROUP(GROUP_REJECTED, "19"),

    // Transaction: the answer code is IK502.
    ST_FIELD(TRANSACTION_REJECTED, "7"),
    ST_GUIDE(TRANSACTION_REJECTED, "I6"),
    ST_SE_CONTROL(TRANSACTION_REJECTED, "3"),
    SE_SEGMENT_COUNT(TRANSACTION_REJECTED, "4"),
    DUPLICATE_TRANSACTION(TRANSACTION_REJECTED, "23"),
    TOO_MANY_CLAIMS(TRANSACTION_REJECTED, "5"),

    // Segments and elements: IK502 is 5, then IK304 and, for an element, IK403.
    UNKNOWN_SEGMENT(TRANSACTION_REJECTED, "5", "1", ""),
    UNEXPECTED_SEGMENT(TRANSACTION_REJECTED, "5", "2", ""),
    MISSING_SEGMENT(TRANSACTION_REJECTED, "5", "3", ""),
    MISSING_LOOP(TRANSACTION_REJECTED, "5", "I7", ""),
    TOO_MANY_LOOPS(TRANSACTION_REJECTED, "5", "4", ""),
    TOO_MANY_SEGMENTS(TRANSACTION_REJECTED, "5", "5", ""),
    SEGMENT_ORDER(TRANSACTION_REJECTED, "5", "7", ""),
    MISSING_ELEMENT(TRANSACTION_REJECTED, "5", "8", "1"),
    ELEMENT_LENGTH(TRANSACTION_REJECTED, "5", "8", "5"),
    COMPONENT_IN_SIMPLE_ELEMENT(TRANSACTION_REJECTED, "5", "8", "3"),
    AMOUNT_INVALID(TRANSACTION_REJECTED, "5", "8", "6"),
    DATE_INVALID(TRANSACTION_REJECTED, "5", "8", "8"),
    CODE_VALUE(TRANSACTION_REJECTED, "5", "8", "7"),
    NOT_USED(TRANSACTION_REJECTED, "5", "8", "I10"),
    BHT(TRANSACTION_REJECTED, "5", "8", "7"),
    HL_NUMBER(TRANSACTION_REJECTED, "5", "8", "7"),
    HL_PARENT(TRANSACTION_REJECTED, "5", "8", "7"),
    HL_CHILD(TRANSACTION_REJECTED, "5", "8", "7"),
    SUBSCRIBER(TRANSACTION_REJECTED, "5", "8", "7"),
    PATIENT_RELATION(TRANSACTION_REJECTED, "5", "8", "7"),
    BILLING_PROVIDER(TRANSACTION_REJECTED, "5", "8", "7"),
    POSTAL_CODE(TRANSACTION_REJECTED, "5", "8", "7"),
    TAX_ID(TRANSACTION_REJECTED, "5", "8", "7"),

    // Form only: read all the same, IK5 E.
    AMOUNT_FORM(ACCEPTED_WITH_ERRORS, "5", "8", "6"),
    TRAILING_EMPTY(ACCEPTED_WITH_ERRORS, "5", "8", "3"),
    SPACE_AT_EDGE(ACCEPTED_WITH_ERRORS, "5", "8", "6"),
    CHARACTER_SET(ACCEPTED_WITH_ERRORS, "5", "8", "6"),
    CLAIM_NUMBER_LENGTH(ACCEPTED_WITH_ERRORS, "5", "8", "5"),

    // Claim: the answer code is the claim status code of STC01-2.
    NPI(CLAIM_REJECTED, "562"),
    CHARGE_SUM(CLAIM_REJECTED, "178"),
    FACILITY_CODE(CLAIM_REJECTED, "228"),
    FREQUENCY(CLAIM_REJECTED, "535"),
    CLAIM_INDICATOR(CLAIM_REJECTED, "21"),
    REPLACEMENT_REFERENCE(CLAIM_REJECTED, "464"),
    STATEMENT_DATES(CLAIM_REJECTED, "187"),
    SERVICE_DATE(CLAIM_REJECTED, "187"),
    ADMISSION(CLAIM_REJECTED, "189"),
    PRINCIPAL_DIAGNOSIS(CLAIM_REJECTED, "254"),
    DIAGNOSIS(CLAIM_REJECTED, "255"),
    PRESENT_ON_ADMISSION(CLAIM_REJECTED, "255"),
    INSTITUTIONAL_CODE(CLAIM_REJECTED, "21"),
    ATTENDING_PROVIDER(CLAIM_REJECTED, "21"),
    LINE_NUMBER(CLAIM_REJECTED, "21"),
    LINE_CONTROL_NUMBER(CLAIM_REJECTED, "21"),
    PROCEDURE(CLAIM_REJECTED, "454"),
    REVENUE_CODE(CLAIM_REJECTED, "455"),
    UNITS(CLAIM_REJECTED, "476"),
    DIAGNOSIS_POINTER(CLAIM_REJECTED, "477"),
    LINE_INDICATOR(CLAIM_REJECTED, "21"),
    OTHER_PAYER(CLAIM_REJECTED, "286"),
    OTHER_PAYER_BALANCE(CLAIM_REJECTED, "400"),

    // Noted: the claim is answered in its own way.
    DUPLICATE_CLAIM(NOTED, ""),
    WRONG_PARTNER(NOTED, ""),

    // A fault of ours: the file could not be read, and is not answered.
    UNREADABLE(NOTED, "");

    private final Consequence consequence;
    private final String answer;
    private final String segmentError;
    private final String elementError;

    ComplaintCode(Consequence consequence, String answer) {
        this(consequence, answer, "8", "7");
    }

    ComplaintCode(Consequence consequence, String answer, String segmentError, String elementError) {
        this.consequence = consequence;
        this.answer = answer;
        this.segmentError = segmentError;
        this.elementError = elementError;
    }

    public Consequence consequence() {
        return consequence;
    }

    /** The code for TA1-05, AK905, IK502 or STC01-2, whichever answers at this level. */
    public String answer() {
        return answer;
    }

    /** IK304. */
    public String segmentError() {
        return segmentError;
    }

    /** IK403; empty when the complaint is about the segment as such. */
    public String elementError() {
        return elementError;
    }
}
