package io.openrcm.servers.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once per version, and run as somebody PostgreSQL accepts: it refuses root. */
public final class PostgresPrograms {

    private static final int OWNER_MAY_RUN = 0100;
    private static final long PROGRAM_SECONDS = 120;
    private static final String NOBODY = "65534";

    private final Path home;
    private final List<String> account;

    private PostgresPrograms(Path home, List<String> account) {
        this.home = home;
        this.account = account;
    }

    public static PostgresPrograms unpackedUnder(Path folder) throws IOException {
        return unpackedUnder(folder, account());
    }

    static PostgresPrograms unpackedUnder(Path folder, List<String> account) throws IOException {
        var archive = "postgres-" + platform() + ".txz";
        var found = PostgresPrograms.class.getResource("/" + archive);
        if (found == null) {
            throw new IOException(
                    "PostgreSQL is not packed for this platform: " + archive + " is not on the class path");
        }
        var home = folder.resolve(versionedName(found));
        if (!Files.isDirectory(home)) {
            Files.createDirectories(folder);
            var fresh = Files.createTempDirectory(folder, "unpacking");
            try (var packed = found.openStream()) {
                unpack(packed, fresh);
            }
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            moveUnlessAnotherWasFaster(fresh, home);
        }
        return new PostgresPrograms(home, account);
    }

    /** The command line that runs a program of PostgreSQL as a user it accepts. */
    List<String> command(String program, String... args) {
        var command = new ArrayList<>(account);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(Arrays.asList(args));
        return command;
    }

    /** True: files must belong to {@code nobody}, because the programs run as that user. */
    boolean runAsNobody() {
        return account.contains("setpriv");
    }

    void give(Path file) throws IOException, InterruptedException {
        if (runAsNobody()) {
            run(List.of("chown", NOBODY + ":" + NOBODY, file.toString()));
        }
    }

    static void run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (!process.waitFor(PROGRAM_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command.getFirst() + " did not end within " + PROGRAM_SECONDS + " s: " + said);
        }
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + said);
        }
    }

    /**
     * Nothing for an ordinary user. For root: a user namespace, in which root is nobody special, or else the user {@code nobody}.
     */
    private static List<String> account() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        for (var account : List.of(List.of("unshare", "-U"), asNobody())) {
            if (works(account)) {
                return account;
            }
        }
        throw new IOException("PostgreSQL does not run as root, and neither unshare nor setpriv can start it otherwise;"
                + " run as an ordinary user");
    }

    static List<String> asNobody() {
        return List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    }

    private static boolean works(List<String> account) throws IOException {
        var command = new ArrayList<>(account);
        command.add("true");
        try {
            run(command);
            return true;
        } catch (IOException refused) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    /** The archive's jar carries the version in its name, so another version unpacks beside this one. */
    private static String versionedName(URL archive) throws IOException {
        var jar = Pattern.compile("([^/]+)[.]jar!").matcher(archive.toString());
        if (!jar.find()) {
            throw new IOException("expected PostgreSQL's programs in a jar, found " + archive);
        }
        return jar.group(1);
    }

    private static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var family = system.startsWith("mac") ? "darwin" : system;
        var chip = System.getProperty("os.arch");
        return family + "-" + (chip.equals("aarch64") ? "arm_64" : "x86_64");
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the archive leaves its folder: " + entry.getName());
                }
                unpack(tar, entry, file);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            throw new IOException("hard links are not expected in the archive: " + entry.getName());
        } else {
            Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
            var mode = (entry.getMode() & OWNER_MAY_RUN) != 0 ? "rwxr-xr-x" : "rw-r--r--";
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        }
    }

    private static void moveUnlessAnotherWasFaster(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException another) {
            try (var files = Files.walk(fresh)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
