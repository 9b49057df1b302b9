package io.openrcm.gateway.rounds;

/**
 * Named places at which a process may be made to die, to try what a restart makes of it: {@code -Dcrash.at=after-prepare}.
 *
 * <table>
 * <caption>Every point and what holds after it</caption>
 * <tr><td>after-prepare</td><td>bytes and numbers are fixed, no file is there: the same bytes are delivered after the restart</td></tr>
 * <tr><td>before-rename</td><td>a hidden partial file is there: it is written anew</td></tr>
 * <tr><td>after-rename</td><td>the partner may have the file, nothing says so: it is found under its name and not sent again</td></tr>
 * <tr><td>after-delivery</td><td>delivered and said so</td></tr>
 * <tr><td>after-keep</td><td>bytes are kept, the files still lie in the inbox: they are kept again as duplicates</td></tr>
 * <tr><td>after-set</td><td>one transaction set of a file has taken effect: the restart goes on with the next, if there is one</td></tr>
 * </table>
 */
public final class CrashPoint {

    private static final String CRASH_AT = System.getProperty("crash.at", "");
    private static final int LIKE_SIGKILL = 137;

    private CrashPoint() {}

    public static void reached(String point) {
        if (CRASH_AT.equals(point)) {
            Runtime.getRuntime().halt(LIKE_SIGKILL);
        }
    }
}
