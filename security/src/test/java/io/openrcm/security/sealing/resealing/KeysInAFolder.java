package io.openrcm.security.sealing.resealing;

import io.openrcm.security.sealing.Keysets;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Keys that can be changed while the application runs. */
public class KeysInAFolder implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            var folder = Files.createTempDirectory("keys").resolve("keys");
            var _ = Keysets.create(folder, Optional.empty());
            return Map.of(
                    "openrcm.keys.folder", folder.toString(),
                    "openrcm.resealing.every", "1h",
                    "openrcm.resealing.settle", "0s",
                    "quarkus.hibernate-orm.statistics", "true");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Keysets keysets() {
        return Keysets.in(Path.of(org.eclipse.microprofile.config.ConfigProvider.getConfig()
                .getValue("openrcm.keys.folder", String.class)));
    }
}
