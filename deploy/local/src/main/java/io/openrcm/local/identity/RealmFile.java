package io.openrcm.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The realm {@code openrcm} as it stands in the repository: the people and machines, and a name wherever a secret belongs. */
public final class RealmFile {

    private final Path file;
    private final JsonNode realm;

    private RealmFile(Path file, JsonNode realm) {
        this.file = file;
        this.realm = realm;
    }

    /** Reads it from the project's root folder. */
    public static RealmFile in(Path root) throws IOException {
        var file = root.resolve("deploy/keycloak/openrcm-realm.json");
        return new RealmFile(file, new ObjectMapper().readTree(file.toFile()));
    }

    /** The realm's address, by which its tokens say who issued them, from Keycloak's own ({@code http://127.0.0.1:18080}). */
    public static String issuer(String keycloak) {
        return keycloak + "/realms/openrcm";
    }

    public Path file() {
        return file;
    }

    /** In the order of the file. */
    public List<Person> people() {
        return users().filter(user -> user.path("serviceAccountClientId").isMissingNode())
                .map(user -> new Person(
                        user.path("username").asText(),
                        user.path("firstName").asText() + " "
                                + user.path("lastName").asText(),
                        texts(user.path("realmRoles")),
                        texts(user.path("attributes").path("facilities"))))
                .toList();
    }

    /** The client ids of the machines, which sign in with a key. */
    public List<String> machines() {
        return users().map(user -> user.path("serviceAccountClientId").asText())
                .filter(client -> !client.isEmpty())
                .toList();
    }

    private Stream<JsonNode> users() {
        return realm.path("users").valueStream();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
