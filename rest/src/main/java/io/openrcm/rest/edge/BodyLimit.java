package io.openrcm.rest.edge;

import io.openrcm.rest.FieldError;
import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads at most 1 MB into one value; a resource that takes a stream limits its own lines. */
@Provider
public class BodyLimit implements ReaderInterceptor {

    /** One mebibyte. */
    public static final int MAX_BYTES = 1 << 20;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getType() != InputStream.class) {
            context.setInputStream(new Limited(context.getInputStream()));
        }
        return context.proceed();
    }

    public static Problem tooLarge() {
        return new Problem(
                RestProblem.BODY_TOO_LARGE,
                "A body has at most " + MAX_BYTES + " bytes.",
                List.of(new FieldError("", "MAX_BYTES", "at most " + MAX_BYTES + " bytes")));
    }

    private static final class Limited extends FilterInputStream {

        private int left = MAX_BYTES;

        Limited(InputStream in) {
            super(in);
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
            left -= read;
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
