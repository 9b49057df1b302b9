package io.openrcm.rest.edge;

/** A stack trace without the exceptions' messages, which may repeat a patient's data. */
final class Traces {

    private static final int FRAMES = 12;

    private Traces() {}

    static String withoutMessages(Throwable e) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : "caused by ")
                    .append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
                text.append("\n    at ").append(frames[i]);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
