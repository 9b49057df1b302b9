package io.openrcm.claims.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.delivery.EventCodec;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A claim's content as it is kept: the same JSON as on the wire. */
public final class ContentJson {

    private static final ObjectReader READER = EventCodec.standard().mapper().readerFor(ClaimContent.class);
    private static final ObjectWriter WRITER = EventCodec.standard().mapper().writerFor(ClaimContent.class);

    private ContentJson() {}

    public static byte[] write(ClaimContent content) {
        try {
            return WRITER.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ClaimContent read(byte[] json) {
        try {
            return READER.readValue(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
