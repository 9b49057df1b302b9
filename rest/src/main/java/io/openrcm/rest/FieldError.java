package io.openrcm.rest;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One field that broke one rule.
 *
 * @param field JSON pointer into the body, {@code /charges/0/amount}; empty for the body as a whole. A step in it that cannot be one of our
 *     names nor a place in a list was made up by the sender, perhaps of a patient's name or number, and is shown as a question mark
 * @param rule the rule's stable code
 * @param message a sentence that never repeats the value
 */
public record FieldError(String field, String rule, String message) {

    private static final Pattern OUR_STEP = Pattern.compile("[a-z][A-Za-z]{0,39}\\d?|\\d{1,7}|");

    public FieldError {
        field = field.startsWith("/") ? withoutMadeUpSteps(field) : field;
    }

    private static String withoutMadeUpSteps(String pointer) {
        return Arrays.stream(pointer.split("/", -1))
                .map(step -> OUR_STEP.matcher(step).matches() ? step : "?")
                .collect(Collectors.joining("/"));
    }
}
