package io.openrcm.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * US dollars in whole cents. JSON: a decimal string with two places, {@code "125.50"}, {@code "-3.00"}. May be negative:
 * a reversal negates every amount.
 */
public record Money(long cents) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,13}(\\.\\d{1,2})?");

    public static Money ofCents(long cents) {
        return cents == 0 ? ZERO : new Money(cents);
    }

    /** Reads {@code 125}, {@code 125.5} or {@code 125.50}; a third decimal place is refused, never rounded. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Money of(String decimal) {
        InvalidValue.require(
                DECIMAL.matcher(decimal).matches(),
                "MONEY_FORMAT",
                "an amount is a string of dollars with at most two decimal places, like \"125.50\"");
        return ofCents(new BigDecimal(decimal).movePointRight(2).longValueExact());
    }

    public static Money sum(Collection<Money> amounts) {
        return sum(amounts, Function.identity());
    }

    public static <T> Money sum(Collection<T> items, Function<? super T, Money> amount) {
        long total = 0;
        for (T item : items) {
            total = Math.addExact(total, amount.apply(item).cents);
        }
        return ofCents(total);
    }

    public Money plus(Money other) {
        return ofCents(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return ofCents(Math.subtractExact(cents, other.cents));
    }

    public Money negated() {
        return ofCents(Math.negateExact(cents));
    }

    public boolean isZero() {
        return cents == 0;
    }

    public boolean isNegative() {
        return cents < 0;
    }

    public boolean isPositive() {
        return cents > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(cents, 2).setScale(2, RoundingMode.UNNECESSARY);
    }

    @Override
    @JsonValue
    public String toString() {
        return toDecimal().toPlainString();
    }
}
