package io.openrcm.local.identity;

import io.openrcm.servers.Passwords;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The people and machines of the local realm with their secrets, each made when it is first asked for. */
public final class Accounts {

    private final RealmFile realm;
    private final Path secrets;

    private Accounts(RealmFile realm, Path secrets) {
        this.realm = realm;
        this.secrets = secrets;
    }

    /**
     * Those of the realm file in the repository.
     *
     * @param root the project's root folder
     * @param secrets the folder in which passwords and keys are kept
     */
    public static Accounts of(Path root, Path secrets) throws IOException {
        return new Accounts(RealmFile.in(root), secrets);
    }

    public RealmFile realm() {
        return realm;
    }

    /** False before the first start: the passwords are still to be made. */
    public static boolean existIn(Path secrets) {
        return Files.isDirectory(people(secrets));
    }

    /** What Keycloak puts into the realm file when it reads it. */
    public Map<String, String> placeholders() throws IOException {
        var placeholders = new LinkedHashMap<String, String>();
        for (var person : realm.people()) {
            placeholders.put(person.passwordVariable(), password(person));
        }
        for (var client : realm.machines()) {
            var name = client.toUpperCase(Locale.ROOT).replace('-', '_');
            var key = key(client);
            placeholders.put(name + "_KEY_ID", key.id());
            placeholders.put(name + "_KEY_X", key.x());
            placeholders.put(name + "_KEY_Y", key.y());
        }
        return placeholders;
    }

    /** The first of the people who is meant. */
    Person person(Predicate<Person> meant, String description) {
        return realm.people().stream()
                .filter(meant)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody in the realm is " + description));
    }

    String password(Person person) throws IOException {
        return Passwords.keptIn(people(secrets)).of(person.username());
    }

    ClientKey key(String client) throws IOException {
        return ClientKey.keptIn(secrets.resolve("clients").resolve(client + ".pem"));
    }

    /** For whoever wants to sign in as one of them. */
    public void print(PrintStream out, String keycloak) throws IOException {
        out.printf("%nLOCAL ACCOUNTS, all invented; sign in at %s%n", keycloak);
        out.printf("%-14s %-20s %-10s %-14s %s%n", "NAME", "ROLE", "FACILITY", "USER NAME", "PASSWORD");
        for (var person : realm.people()) {
            out.printf(
                    "%-14s %-20s %-10s %-14s %s%n",
                    person.name(),
                    String.join(", ", person.roles()),
                    String.join(", ", person.facilities()),
                    person.username(),
                    password(person));
        }
        out.printf("%-14s %-20s %-10s %-14s %s%n", "Keycloak", "its administrator", "-", "admin", administrator());
        for (var client : realm.machines()) {
            out.printf(
                    "Machine %s signs in with its key, %s.%n",
                    client, secrets.resolve("clients").resolve(client + ".pem"));
        }
    }

    private String administrator() throws IOException {
        return Passwords.keptIn(secrets).of("keycloak-admin");
    }

    private static Path people(Path secrets) {
        return secrets.resolve("people");
    }
}
