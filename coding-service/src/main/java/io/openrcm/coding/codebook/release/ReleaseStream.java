package io.openrcm.coding.codebook.release;

import io.openrcm.rest.FieldError;
import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A release file that ends before it fills the memory. */
final class ReleaseStream extends FilterInputStream {

    private final long limit;
    private long count;

    ReleaseStream(InputStream in, long limitBytes) {
        super(in);
        limit = limitBytes;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) {
        count += read;
        if (count > limit) {
            throw new Problem(
                    RestProblem.BODY_TOO_LARGE,
                    "A release file has at most " + limit + " bytes.",
                    List.of(new FieldError("", "MAX_BYTES", "at most " + limit + " bytes")));
        }
    }
}
