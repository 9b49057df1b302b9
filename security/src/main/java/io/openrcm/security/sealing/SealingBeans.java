package io.openrcm.security.sealing;

import io.quarkus.runtime.Startup;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service's keys from the folder {@code openrcm.keys.folder}; without usable keys the service does not start. */
@ApplicationScoped
public class SealingBeans {

    @Produces
    @Singleton
    @Startup
    KeyRing keyRing(@ConfigProperty(name = "openrcm.keys.folder") Optional<Path> folder, SmallRyeConfig config) {
        return keyRing(folder, config.getProfiles());
    }

    @Produces
    @Singleton
    FieldSealer fieldSealer(KeyRing keys) {
        return new FieldSealer(keys);
    }

    @Produces
    @Singleton
    EventSealer eventSealer(KeyRing keys) {
        return new EventSealer(keys);
    }

    @Produces
    @Singleton
    BlindIndex blindIndex(KeyRing keys) {
        return new BlindIndex(keys);
    }

    /** Keys that go away with the process seal nothing that is kept: only tests may have them, and only if they ask for no others. */
    static KeyRing keyRing(Optional<Path> folder, List<String> profiles) {
        if (folder.isPresent()) {
            return KeyRing.in(folder.get());
        }
        if (profiles.equals(List.of("test"))) {
            return KeyRing.passing();
        }
        throw new KeyRing.Refused("openrcm.keys.folder does not say where the keys are.");
    }
}
