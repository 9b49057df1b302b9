package io.openrcm.events.delivery.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The field {@code sealed} of a JSON object: bytes in Base64. It is written as the last one, where it is found without parsing the others;
 * it may stand anywhere.
 *
 * @param others the object without the field, or with it
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once; never compared
record SealedField(byte[] others, byte[] content) {

    private static final String NAME = "sealed";
    private static final byte[] BEGIN = ("\"" + NAME + "\":\"").getBytes(US_ASCII);
    private static final byte[] END = "\"}".getBytes(US_ASCII);

    /** The object with the field after all others. */
    static byte[] appended(byte[] object, byte[] content) {
        var text = Base64.getEncoder().encode(content);
        int end = object.length - 1;
        boolean first = end == 1;
        int at = first ? end : end + 1;
        var whole = Arrays.copyOf(object, at + BEGIN.length + text.length + END.length);
        if (!first) {
            whole[end] = ',';
        }
        System.arraycopy(BEGIN, 0, whole, at, BEGIN.length);
        System.arraycopy(text, 0, whole, at + BEGIN.length, text.length);
        System.arraycopy(END, 0, whole, at + BEGIN.length + text.length, END.length);
        return whole;
    }

    /** Null if the object has no such field. */
    static @Nullable SealedField find(ObjectMapper mapper, byte[] object) throws IOException {
        var last = last(object);
        return last == null ? anywhere(mapper, object) : last;
    }

    /** In Base64 is no quotation mark: from where the field begins to where the object ends there is nothing else. */
    private static @Nullable SealedField last(byte[] object) {
        int text = afterBegin(object);
        int end = object.length - END.length;
        if (text < 0 || end < text || !Arrays.equals(object, end, object.length, END, 0, END.length)) {
            return null;
        }
        byte[] content;
        try {
            content = Base64.getDecoder().decode(Arrays.copyOfRange(object, text, end));
        } catch (IllegalArgumentException notTheLast) {
            return null;
        }
        var others = Arrays.copyOf(object, text - BEGIN.length);
        others[others.length - 1] = '}';
        return new SealedField(others, content);
    }

    /** Where its text begins; -1 if it does not follow a comma anywhere. */
    private static int afterBegin(byte[] object) {
        for (int at = 1; at + BEGIN.length <= object.length; at++) {
            if (object[at] == BEGIN[0]
                    && object[at - 1] == ','
                    && Arrays.equals(object, at, at + BEGIN.length, BEGIN, 0, BEGIN.length)) {
                return at + BEGIN.length;
            }
        }
        return -1;
    }

    private static @Nullable SealedField anywhere(ObjectMapper mapper, byte[] object) throws IOException {
        try (var json = mapper.createParser(object)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = json.currentName().equals(NAME);
                json.nextToken();
                if (found) {
                    return new SealedField(object, json.getBinaryValue());
                }
                json.skipChildren();
            }
            return null;
        }
    }

    /** Two JSON objects as one: the fields of this object come after the others, and go before them. */
    byte[] replacedBy(byte[] object) {
        int end = others.length - 1;
        while (end > 0 && others[end] != '}') {
            end--;
        }
        var both = Arrays.copyOf(others, end + object.length);
        both[end] = ',';
        System.arraycopy(object, 1, both, end + 1, object.length - 1);
        return both;
    }
}
