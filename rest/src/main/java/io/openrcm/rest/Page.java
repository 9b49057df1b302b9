package io.openrcm.rest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the value of {@code after} that asks for the following page; absent on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    /** The caller's limit, or the default; refuses what is outside 1 to 500. */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > MAX_LIMIT) {
            throw new Problem(
                    RestProblem.INVALID_PARAMETER,
                    "limit is between 1 and " + MAX_LIMIT + ".",
                    List.of(new FieldError("limit", "LIMIT_RANGE", "between 1 and " + MAX_LIMIT)));
        }
        return asked;
    }

    /** A page out of one row more than asked for: the extra row only tells that there is a next page. */
    public static <T> Page<T> of(List<T> limitPlusOne, int limit, Function<T, String> cursorOf) {
        if (limitPlusOne.size() <= limit) {
            return new Page<>(limitPlusOne, null);
        }
        List<T> items = List.copyOf(limitPlusOne.subList(0, limit));
        return new Page<>(items, cursorOf.apply(items.getLast()));
    }

    public <R> Page<R> map(Function<? super T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
