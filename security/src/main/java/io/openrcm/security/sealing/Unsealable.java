package io.openrcm.security.sealing;

import java.util.HexFormat;

/** Something sealed that cannot be opened. Says where and why, never what: neither the content nor the sealed bytes. */
public final class Unsealable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Unsealable(String what, Reason reason) {
        super(what + " cannot be opened: " + reason.sentence);
        this.reason = reason;
    }

    Unsealable(String what, Reason reason, int keyId) {
        super(what + " cannot be opened: " + reason.sentence + " ("
                + HexFormat.of().toHexDigits(keyId) + ")");
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why it does not open. */
    public enum Reason {
        /** Written before there were seals, or around them. */
        NOT_SEALED("it is not sealed"),
        /** Sealed with a key that this service never had or that was destroyed. */
        KEY_UNKNOWN("its key is not in the key ring"),
        KEY_RETIRED("its key is retired"),
        /** Changed since, or sealed for another place; the two cannot be told apart. */
        ALTERED_OR_MOVED("it was altered, or sealed for another place");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }
}
