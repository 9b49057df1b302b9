package io.openrcm.security.sealing;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What must never leave a key file. */
final class Secrets {

    private Secrets() {}

    /** The keys of a keyset as their file has them, oldest first. */
    static List<String> keyMaterial(Path keyset) throws IOException {
        var material = new ArrayList<String>();
        var keys = JsonParser.parseString(Files.readString(keyset))
                .getAsJsonObject()
                .getAsJsonArray("key");
        for (var key : keys) {
            material.add(key.getAsJsonObject()
                    .getAsJsonObject("keyData")
                    .get("value")
                    .getAsString());
        }
        return material;
    }
}
