package io.openrcm.security.identity;

import io.openrcm.security.sealing.Keysets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One folder of keys for all applications of a test run, so that one opens what another has sealed. */
final class TestKeys {

    private static final String KNOWN = "openrcm.test.keys";

    private TestKeys() {}

    static String folder() {
        synchronized (System.getProperties()) {
            var known = System.getProperty(KNOWN);
            if (known == null) {
                known = fresh().toString();
                System.setProperty(KNOWN, known);
            }
            return known;
        }
    }

    private static Path fresh() {
        try {
            var folder = Files.createTempDirectory("openrcm-keys").resolve("keys");
            var _ = Keysets.create(folder, Optional.empty());
            return folder;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
