package io.openrcm.local;

/** What keeps the stack from doing what was asked, in words for the person at the terminal. */
final class StackFault extends RuntimeException {

    StackFault(String message) {
        super(message);
    }

    StackFault(String message, Throwable cause) {
        super(message, cause);
    }
}
