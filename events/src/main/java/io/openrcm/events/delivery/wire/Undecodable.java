package io.openrcm.events.delivery.wire;

/** A message that is none of our events, or not what its headers say. Says where, never what: the content may be about a patient. */
public final class Undecodable extends RuntimeException {

    public static final String UNKNOWN_TYPE = "UNKNOWN_TYPE";
    public static final String WRONG_TOPIC = "WRONG_TOPIC";

    /** About another aggregate than its headers name. */
    public static final String WRONG_AGGREGATE = "WRONG_AGGREGATE";

    /** About a record of another facility than its headers name. */
    public static final String WRONG_FACILITY = "WRONG_FACILITY";

    public static final String INVALID_PAYLOAD = "INVALID_PAYLOAD";
    public static final String INVALID_JSON = "INVALID_JSON";
    public static final String INVALID_HEADERS = "INVALID_HEADERS";

    /** What is about a patient came open, for everybody to read. */
    public static final String NOT_SEALED = "NOT_SEALED";

    /** Altered, sealed for another message, or with a key that is not here. */
    public static final String UNSEALABLE = "UNSEALABLE";

    private static final long serialVersionUID = 1L;

    private final String code;

    /** Names the field, a JSON pointer, or an empty text. */
    public Undecodable(String code, String field) {
        super(field.isEmpty() ? code : code + " at " + field);
        this.code = code;
    }

    /** One of the constants above. */
    public String code() {
        return code;
    }
}
