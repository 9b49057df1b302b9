package io.openrcm.gateway.x12;

import io.openrcm.gateway.x12.syntax.Limits;
import io.openrcm.gateway.x12.syntax.Position;
import io.openrcm.gateway.x12.syntax.SegmentReader;
import io.openrcm.gateway.x12.syntax.SyntaxFault;
import java.util.ArrayList;
import java.util.List;

/** Reads what trading partners send: TA1, 999, 277CA and 835 of version 5010. */
public final class X12Files {

    private X12Files() {}

    /**
     * Reads a whole file, which may hold several interchanges, groups and transaction sets. Never throws for any content:
     * damage comes back as {@link X12File.Broken}, an end too early as {@link X12File.Incomplete}. Segments that we do not
     * know are passed over.
     */
    public static X12File read(byte[] file) {
        return read(file, Limits.STANDARD);
    }

    public static X12File read(byte[] file, Limits limits) {
        if (file.length > limits.fileBytes()) {
            return new X12File.Broken(new Position(limits.fileBytes(), 0), SyntaxFault.FILE_TOO_LARGE);
        }
        SegmentReader segments = new SegmentReader(file, limits);
        List<Interchange> interchanges = new ArrayList<>();
        while (true) {
            switch (segments.openInterchange()) {
                case END -> {
                    return interchanges.isEmpty()
                            ? new X12File.Incomplete(segments.position())
                            : new X12File.Read(interchanges);
                }
                case CUT -> {
                    return new X12File.Incomplete(segments.position());
                }
                case BROKEN -> {
                    return new X12File.Broken(segments.position(), segments.fault());
                }
                case SEGMENT -> {
                    switch (new InterchangeReader(segments).read()) {
                        case InterchangeReader.Whole(Interchange interchange) -> interchanges.add(interchange);
                        case InterchangeReader.Unusable(X12File verdict) -> {
                            return verdict;
                        }
                    }
                }
            }
        }
    }
}
