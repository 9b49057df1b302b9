package io.openrcm.gateway.submission;

/** Where one sending of a claim version stands, as far as files and acknowledgments tell. */
public enum SubmissionStatus {
    /** Waits for the next interchange to its trading partner. */
    QUEUED,
    /** The gateway cannot send it; nothing left. */
    REFUSED,
    /** Its bytes are fixed under a control number, and may or may not have left. */
    PREPARED,
    /** Its file lies where the trading partner takes it. */
    SENT,
    /** The interchange as a whole was refused. */
    ENVELOPE_REJECTED,
    SYNTAX_ACCEPTED,
    SYNTAX_REJECTED,
    /** The clearinghouse has passed it on; the payer has not spoken. */
    FORWARDED,
    /** Taken in for adjudication. */
    ACCEPTED,
    /** Refused before adjudication, by the clearinghouse or the payer. */
    REJECTED
}
