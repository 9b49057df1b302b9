package io.openrcm.gateway.exchange;

import io.openrcm.events.protection.Part2;
import jakarta.ws.rs.core.Response;

/** A file as it is handed out: its bytes as they are, and beside them the notice that must accompany records under 42 CFR Part 2. */
public final class Disclosure {

    public static final String NOTICE_HEADER = "Disclosure-Notice";

    public static final String DESCRIPTION = "The bytes. With the header " + NOTICE_HEADER
            + " where a record in them is, or may be, under 42 CFR Part 2;"
            + " such a file is for callers with the role part2";

    private Disclosure() {}

    public static Response of(byte[] content, boolean underPart2) {
        var answer = Response.ok(content);
        return (underPart2 ? answer.header(NOTICE_HEADER, Part2.NOTICE) : answer).build();
    }
}
