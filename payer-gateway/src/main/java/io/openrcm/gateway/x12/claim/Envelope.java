package io.openrcm.gateway.x12.claim;

import io.openrcm.gateway.x12.syntax.BasicText;
import java.time.LocalDateTime;

/**
 * Around one file of claims: who sends it to whom, when, and under which numbers.
 *
 * @param interchangeNumber ISA13, 1 to 999,999,999; never used before towards this partner
 * @param firstGroupNumber GS06 of the first group; a second group takes the next number
 * @param preparedAt the sender's local time
 */
public record Envelope(
        TradingParty sender,
        TradingParty receiver,
        Contact contact,
        long interchangeNumber,
        long firstGroupNumber,
        Usage usage,
        LocalDateTime preparedAt) {

    private static final long HIGHEST_NUMBER = 999_999_999;

    public Envelope {
        require(interchangeNumber >= 1 && interchangeNumber <= HIGHEST_NUMBER, "interchange number");
        require(firstGroupNumber >= 1 && firstGroupNumber < HIGHEST_NUMBER, "group number");
    }

    /**
     * One end of the exchange.
     *
     * @param qualifier ISA05 or ISA07, two characters, for instance ZZ
     * @param id 2 to 15 characters; ISA06 or ISA08, GS02 or GS03, and NM109 of submitter or receiver
     * @param name NM103 of submitter or receiver
     */
    public record TradingParty(String qualifier, String id, String name) {
        public TradingParty {
            require(qualifier.length() == 2 && BasicText.isVerbatim(qualifier), "interchange id qualifier");
            require(id.length() >= 2 && id.length() <= 15 && BasicText.isVerbatim(id), "interchange id");
            int length = BasicText.length(name);
            require(length >= 1 && length <= 60, "name of a trading party");
        }
    }

    /** Whom the partner calls about the file; {@code phone} ten digits. */
    public record Contact(String name, String phone) {
        public Contact {
            int length = BasicText.length(name);
            require(length >= 1 && length <= 60, "contact name");
            require(phone.matches("[0-9]{10}"), "contact phone");
        }
    }

    /** ISA15. */
    public enum Usage {
        TEST('T'),
        PRODUCTION('P');

        private final char code;

        Usage(char code) {
            this.code = code;
        }

        public char code() {
            return code;
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what + " cannot stand in an X12 envelope");
        }
    }
}
