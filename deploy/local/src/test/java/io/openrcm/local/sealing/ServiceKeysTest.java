package io.openrcm.local.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.security.sealing.Keysets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceKeysTest {

    @TempDir
    Path folder;

    @Test
    void whatServicesSayToEachOtherAllCanReadAndWhatTheyKeepOnlyThemselves() {
        var keys = new ServiceKeys(folder.resolve("keys"), List.of("coding-service", "claims-service"));

        keys.make();

        assertThat(key(keys, "claims-service", "events")).isEqualTo(key(keys, "coding-service", "events"));
        for (var own : List.of("fields", "lookup", "audit")) {
            assertThat(key(keys, "claims-service", own)).isNotEqualTo(key(keys, "coding-service", own));
        }
    }

    @Test
    void keysThatExistStayAndAServiceThatJoinsLaterHearsTheOthers() throws IOException {
        var first = new ServiceKeys(folder.resolve("keys"), List.of("claims-service"));
        first.make();
        var before = key(first, "claims-service", "fields");
        var both = new ServiceKeys(folder.resolve("keys"), List.of("coding-service", "claims-service"));

        both.make();

        assertThat(key(both, "claims-service", "fields")).isEqualTo(before);
        assertThat(key(both, "coding-service", "events")).isEqualTo(key(first, "claims-service", "events"));
        assertThat(Files.getPosixFilePermissions(both.of("coding-service")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void keysOfTheLocalStackSayThatTheyAreForNothingElse() {
        var keys = new ServiceKeys(folder.resolve("keys"), List.of("claims-service"));
        var _ = Keysets.create(keys.of("claims-service"), Optional.empty());

        keys.make();

        assertThat(Keysets.in(keys.of("claims-service")).areForLocalUse()).isTrue();
    }

    private static String key(ServiceKeys keys, String service, String name) {
        try {
            return Files.readString(keys.of(service).resolve(name + ".json"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
