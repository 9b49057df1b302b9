package io.openrcm.gateway.x12;

import io.openrcm.events.Npi;
import java.util.stream.IntStream;

/** Synthetic provider numbers with a right check digit. */
public final class Npis {

    private Npis() {}

    public static Npi synthetic(int number) {
        int nine = 155_500_000 + number % 100_000;
        return IntStream.range(0, 10)
                .mapToObj(digit -> nine + "" + digit)
                .filter(Npi::isValid)
                .map(Npi::new)
                .findFirst()
                .orElseThrow();
    }
}
