package io.openrcm.local.demo;

import java.io.PrintStream;
import java.util.List;

/** The live table: redrawn in place on a terminal; elsewhere one line now and then. */
final class Table {

    private static final String CLEAR_LINE = "\u001b[2K";

    private final PrintStream out;
    private final boolean terminal;
    private int drawn;
    private String lastLine = "";

    Table(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(List<Journey> journeys) {
        long ended = journeys.stream().filter(Journey::isAtItsEnd).count();
        if (!terminal) {
            String line = "  %d of %d have come to their end".formatted(ended, journeys.size());
            if (!line.equals(lastLine)) {
                out.println(line);
                lastLine = line;
            }
            return;
        }
        if (drawn > 0) {
            out.printf("\u001b[%dA", drawn);
        }
        draw(journeys);
        out.printf(CLEAR_LINE + "%d of %d have come to their end%n", ended, journeys.size());
        drawn = journeys.size() + 2;
    }

    /** The table as it is, once. */
    void showAtTheEnd(List<Journey> journeys) {
        if (!terminal) {
            draw(journeys);
        }
    }

    private void draw(List<Journey> journeys) {
        String clear = terminal ? CLEAR_LINE : "";
        out.printf(
                clear + "%-66s %-6s %11s %11s %10s %11s  %s%n",
                "ENCOUNTER",
                "PAYER",
                "BILLED",
                "PAID",
                "PATIENT",
                "OPEN",
                "STATE");
        for (Journey journey : journeys) {
            out.printf(
                    clear + "%-66.66s %-6s %,11.2f %,11.2f %,10.2f %,11.2f  %s%n",
                    journey.sample().title(),
                    journey.sample().payer(),
                    journey.claims().isEmpty() ? journey.charged() : journey.money("billed"),
                    journey.money("paid"),
                    journey.money("patient"),
                    journey.money("open"),
                    journey.state());
        }
    }
}
