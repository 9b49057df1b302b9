package io.openrcm.local.sealing;

import io.openrcm.security.sealing.Keysets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The key folders of the services: each has keys of its own, and all have the same for what they say to each other. */
public record ServiceKeys(Path folder, List<String> services) {

    private static final String SHARED = "events.json";

    public ServiceKeys {
        services = List.copyOf(services);
    }

    public Path of(String service) {
        return folder.resolve(service);
    }

    /** Makes the folders that are missing; keys that exist stay. All are marked: nothing but the local stack works with them. */
    public void make() {
        for (var service : services) {
            if (!Files.exists(of(service))) {
                var _ = Keysets.create(of(service), shared());
            }
            Keysets.in(of(service)).markForLocalUse();
        }
    }

    private Optional<Path> shared() {
        return services.stream()
                .map(service -> of(service).resolve(SHARED))
                .filter(Files::exists)
                .findFirst();
    }
}
