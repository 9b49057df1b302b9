package io.openrcm.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordsTest {

    @TempDir
    Path folder;

    @Test
    void allWhoAskAtTheSameMomentReadTheSamePassword() throws Exception {
        for (int round = 0; round < 20; round++) {
            var role = "role" + round;
            Callable<String> question =
                    () -> Passwords.keptIn(folder.resolve("secrets")).of(role);

            var answers = new HashSet<String>();
            try (var threads = Executors.newFixedThreadPool(8)) {
                for (var answer : threads.invokeAll(
                        Stream.generate(() -> question).limit(8).toList())) {
                    answers.add(answer.get());
                }
            }

            assertEquals(1, answers.size());
        }
        try (var files = Files.list(folder.resolve("secrets"))) {
            assertEquals(20, files.count());
        }
    }

    @Test
    void eachRoleHasAPasswordOfItsOwnThatOnlyItsOwnerCanRead() throws Exception {
        var passwords = Passwords.keptIn(folder.resolve("secrets"));

        assertNotEquals(passwords.of("claims"), passwords.of("claims_owner"));

        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(folder.resolve("secrets/claims")));
        assertEquals(
                PosixFilePermissions.fromString("rwx------"), Files.getPosixFilePermissions(folder.resolve("secrets")));
    }
}
