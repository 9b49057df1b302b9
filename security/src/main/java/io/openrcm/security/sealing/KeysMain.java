package io.openrcm.security.sealing;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Administers the keys of a service. A NAME is fields, lookup, events or audit; a KEYID is eight hexadecimal digits, as {@code list} prints
 * them.
 *
 * <pre>
 * create DIR [--events FILE]     a folder with fresh keys; FILE is the events.json that the other services have
 * mark-local DIR                 no service takes these keys for real records from now on
 * list DIR                       every key and its standing, never the key
 * rotate DIR NAME                a new key, in use at once
 * prepare DIR NAME               a new key, known but not in use yet
 * promote DIR NAME KEYID         in use from now on
 * retire DIR NAME KEYID          opens nothing from now on
 * reinstate DIR NAME KEYID       opens again
 * destroy DIR NAME KEYID         gone for ever
 * adopt DIR FILE                 FILE takes the place of events.json
 * </pre>
 *
 * <p>The keys of events are shared, so each service must know a new one before any uses it: {@code prepare} in one folder, {@code adopt} its
 * file in the others, {@code promote} in the one, {@code adopt} again.
 */
public final class KeysMain {

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;
    private static final String USAGE = """
            Usage: create DIR [--events FILE] | mark-local DIR | list DIR | rotate DIR NAME | prepare DIR NAME | promote DIR NAME KEYID
                   | retire DIR NAME KEYID | reinstate DIR NAME KEYID | destroy DIR NAME KEYID | adopt DIR FILE
            NAME is fields, lookup, events or audit.""";

    private final PrintStream out;

    private KeysMain(PrintStream out) {
        this.out = out;
    }

    /** Exit code 0 when it is done, 1 with one sentence on standard error when it is refused, 2 when the command is not understood. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            if (new KeysMain(out).understands(args)) {
                return DONE;
            }
            err.println(USAGE);
            return MISUSED;
        } catch (KeyRing.Refused refused) {
            err.println(refused.getMessage());
        } catch (UncheckedIOException failed) {
            err.println(failed.getMessage() + ": " + failed.getCause());
        }
        return REFUSED;
    }

    private boolean understands(String[] args) {
        if (args.length < 2) {
            return false;
        }
        var folder = Path.of(args[1]);
        return switch (args[0] + " " + (args.length - 2)) {
            case "create 0" -> create(folder, Optional.empty());
            case "create 2" -> args[2].equals("--events") && create(folder, Optional.of(Path.of(args[3])));
            case "mark-local 0" -> markForLocalUse(Keysets.in(folder));
            case "list 0" -> list(Keysets.in(folder));
            case "adopt 1" -> adopt(Keysets.in(folder), Path.of(args[2]));
            case "rotate 1", "prepare 1" ->
                name(args[2])
                        .map(name -> add(args[0], Keysets.in(folder), name))
                        .orElse(false);
            case "promote 2", "retire 2", "reinstate 2", "destroy 2" ->
                name(args[2])
                        .map(name -> change(args[0], Keysets.in(folder), name, args[3]))
                        .orElse(false);
            default -> false;
        };
    }

    private boolean create(Path folder, Optional<Path> events) {
        return list(Keysets.create(folder, events));
    }

    private boolean markForLocalUse(Keysets keysets) {
        keysets.markForLocalUse();
        return list(keysets);
    }

    private boolean adopt(Keysets keysets, Path events) {
        keysets.adoptEvents(events);
        return list(keysets);
    }

    private boolean add(String command, Keysets keysets, KeysetName name) {
        out.println(command.equals("rotate") ? keysets.rotate(name) : keysets.prepare(name));
        return true;
    }

    private boolean change(String command, Keysets keysets, KeysetName name, String keyId) {
        switch (command) {
            case "promote" -> keysets.promote(name, keyId);
            case "retire" -> keysets.retire(name, keyId);
            case "reinstate" -> keysets.reinstate(name, keyId);
            case "destroy" -> keysets.destroy(name, keyId);
            default -> throw new IllegalArgumentException(command);
        }
        return true;
    }

    private boolean list(Keysets keysets) {
        for (KeysetName name : KeysetName.values()) {
            for (Keysets.Key key : keysets.list(name)) {
                out.println(word(name) + " " + key.id() + " " + standing(key));
            }
        }
        return true;
    }

    private static String standing(Keysets.Key key) {
        if (key.primary()) {
            return "primary";
        }
        return key.enabled() ? "enabled" : "retired";
    }

    private static Optional<KeysetName> name(String word) {
        return Arrays.stream(KeysetName.values())
                .filter(name -> word(name).equals(word))
                .findFirst();
    }

    private static String word(KeysetName name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
