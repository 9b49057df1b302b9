package io.openrcm.bench;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to run.
 *
 * @param claims how many claims the load makes, at least
 * @param warmUp how many claims go through before, and are not measured: what a service compiles once is no part of what a claim costs
 * @param seed decides the load and what the payers do
 * @param rate encounters sent a second; 0 is as fast as they are taken
 * @param kill the program that is killed (SIGKILL) in the middle of the load and started again
 * @param replay deliver every message of every topic a second time at the end, and check that no row changes
 * @param weights what the simulated payers do, in the simulator's own notation
 */
record Options(
        int claims,
        int warmUp,
        long seed,
        int rate,
        @Nullable String kill,
        boolean replay,
        @Nullable String weights) {

    static final String USAGE = """
            ./rcm bench [--claims 5000] [--warm-up 0] [--seed 7] [--rate 0] [--kill NAME] [--no-replay] [--weights name=percent,…]
              --warm-up N   so many claims first, at least, that are not measured
              --kill NAME   kill -9 coding-service, claims-service, payer-gateway, followup-service or payer-simulator halfway, and start it again""";

    private static final int DEFAULT_CLAIMS = 5_000;
    private static final long DEFAULT_SEED = 7;

    static Options read(List<String> args) {
        Options options = new Options(DEFAULT_CLAIMS, 0, DEFAULT_SEED, 0, null, true, null);
        var rest = new ArrayDeque<>(args);
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (option.equals("--no-replay")) {
                options = new Options(
                        options.claims,
                        options.warmUp,
                        options.seed,
                        options.rate,
                        options.kill,
                        false,
                        options.weights);
                continue;
            }
            if (rest.isEmpty()) {
                throw new IllegalArgumentException("Not understood: " + option + "\n" + USAGE);
            }
            options = options.with(option, rest.pop());
        }
        return options;
    }

    private Options with(String option, String value) {
        return switch (option) {
            case "--claims" -> new Options(Integer.parseInt(value), warmUp, seed, rate, kill, replay, weights);
            case "--warm-up" -> new Options(claims, Integer.parseInt(value), seed, rate, kill, replay, weights);
            case "--seed" -> new Options(claims, warmUp, Long.parseLong(value), rate, kill, replay, weights);
            case "--rate" -> new Options(claims, warmUp, seed, Integer.parseInt(value), kill, replay, weights);
            case "--kill" -> new Options(claims, warmUp, seed, rate, value, replay, weights);
            case "--weights" -> new Options(claims, warmUp, seed, rate, kill, replay, value);
            default -> throw new IllegalArgumentException("Not understood: " + option + "\n" + USAGE);
        };
    }
}
