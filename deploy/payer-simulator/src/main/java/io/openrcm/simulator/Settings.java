package io.openrcm.simulator;

import io.openrcm.simulator.adjudication.Behaviour;
import io.openrcm.simulator.adjudication.BehaviourChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command line says.
 *
 * @param exchange folder with one folder for each trading partner
 * @param data folder for the journal
 * @param speed divides the waiting times of behaviours
 */
public record Settings(Path exchange, int port, long seed, Path data, Map<Behaviour, Integer> weights, int speed) {

    static final String USAGE = """
            usage: java -jar openrcm-payer-simulator.jar --exchange DIR --data DIR
                   [--port 8090] [--seed 1] [--speed 1] [--weights FILE | name=percent,name=percent]
            names: %s""".formatted(String.join(
            " ",
            Arrays.stream(Behaviour.values())
                    .filter(Settings::isChoosable)
                    .map(Behaviour::option)
                    .toList()));

    private static final List<String> OPTIONS =
            List.of("--exchange", "--port", "--seed", "--data", "--weights", "--speed");

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with a sentence for the user when it cannot be followed
     */
    public static Settings parse(String... arguments) throws IOException {
        Map<String, String> values = new HashMap<>();
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException("every option has a value");
        }
        for (var at = 0; at < arguments.length; at += 2) {
            if (!OPTIONS.contains(arguments[at])) {
                throw new IllegalArgumentException("unknown option " + arguments[at]);
            }
            values.put(arguments[at], arguments[at + 1]);
        }
        var weights = values.get("--weights");
        return new Settings(
                Path.of(required(values, "--exchange")),
                number(values, "--port", "8090", 0, 65_535),
                Long.parseLong(values.getOrDefault("--seed", "1")),
                Path.of(required(values, "--data")),
                weights == null ? BehaviourChoice.defaultWeights() : weights(weights),
                number(values, "--speed", "1", 1, 1_000_000));
    }

    private static String required(Map<String, String> values, String option) {
        var value = values.get(option);
        if (value == null) {
            throw new IllegalArgumentException(option + " is missing");
        }
        return value;
    }

    private static int number(Map<String, String> values, String option, String preset, int least, int most) {
        var text = values.getOrDefault(option, preset);
        var valid = text.matches("\\d{1,7}");
        var number = valid ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw new IllegalArgumentException(option + " is a number from " + least + " to " + most);
        }
        return number;
    }

    /** Weights given replace all presets: what is not named has none. */
    private static Map<Behaviour, Integer> weights(String text) throws IOException {
        var source = text.contains("=") ? text : Files.readString(Path.of(text));
        Map<Behaviour, Integer> weights = new EnumMap<>(Behaviour.class);
        for (var entry : source.strip().split("[,\\s]+", -1)) {
            var parts = entry.split("=", -1);
            var behaviour = Behaviour.named(parts[0]).filter(Settings::isChoosable);
            if (parts.length != 2 || behaviour.isEmpty() || !parts[1].matches("\\d{1,3}")) {
                throw new IllegalArgumentException("no weight: " + entry);
            }
            weights.put(behaviour.get(), Integer.parseInt(parts[1]));
        }
        return weights;
    }

    private static boolean isChoosable(Behaviour behaviour) {
        return behaviour != Behaviour.DENY_DUPLICATE && behaviour != Behaviour.TAKE_BACK;
    }
}
